import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** Near an entry's facts: the same as a publiccode.yml, and the editor that starts from it. */
export function EntryFile({ locale, slug }: { locale: Locale; slug: string }) {
  const t = messages(locale).publiccode
  return (
    <p className="no-print mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[0.95rem]">
      <a
        className="link inline-flex min-h-6 items-center"
        href={`${softwarePath('fr', slug)}/publiccode.yml`}
      >
        {t.here}
      </a>
      <Link
        className="link inline-flex min-h-6 items-center"
        href={pathTo(locale, '/publiccode', { logiciel: slug })}
      >
        {t.edit}
      </Link>
    </p>
  )
}
