import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { awardPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** The way from a line about an award to its page; none where nobody can tell whose it is. */
export function AwardPageLink({
  locale,
  award,
}: {
  locale: Locale
  award: { edition: number; organisation: { key: string; name: string } | null }
}) {
  const { organisation, edition } = award
  if (!organisation) return null
  const t = messages(locale).badges
  return (
    <Link
      className="link block text-[0.95rem]"
      href={awardPath(locale, edition, organisation.key)}
      aria-label={t.moreOf(organisation.name, edition)}
    >
      {t.more}
    </Link>
  )
}
