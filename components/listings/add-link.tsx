import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** The way to listing a project, from other pages. */
export function AddLink({ locale, className = 'link' }: { locale: Locale; className?: string }) {
  return (
    <Link className={className} href={pathTo(locale, '/espace/logiciels/ajouter')}>
      {messages(locale).listings.links.add}
    </Link>
  )
}
