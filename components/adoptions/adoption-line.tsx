import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { SourceMark } from '#components/ui/source-mark.tsx'
import type { ShownAdoption } from './shown-adoption.ts'

/** "source du 25 juin 2026", "source de 2017"; without a document, "dit le 25 juin 2026". */
export function reportedWords(locale: Locale, date: string, documented: boolean): string {
  const t = messages(locale).adoptions
  const words = formatDate(locale, date)
  if (!documented) return date.length > 7 ? t.saidOn(words) : t.saidIn(words)
  return date.length > 7 ? t.reportedOn(words) : t.reportedIn(words)
}

/** One adoption as a sentence: who uses what, who says so and when. */
export function AdoptionLine({ locale, adoption }: { locale: Locale; adoption: ShownAdoption }) {
  const t = messages(locale)
  const { organisation, software, trust, reportedOn, source } = adoption
  return (
    <div>
      <p>
        <Link className="link font-semibold" href={organisationPath(locale, organisation.key)}>
          {organisation.name}
        </Link>
        {organisation.departement ? ` (${organisation.departement})` : null} {t.adoptions.uses2}{' '}
        <Link className="link font-semibold" href={softwarePath(locale, software.slug)}>
          {software.name}
        </Link>
      </p>
      <div className="text-[0.95rem] text-muted">
        {t.common.states[adoption.state]}, {t.common.trust[trust].one}
        {reportedOn ? ` · ${reportedWords(locale, reportedOn, source !== null)}` : null}
        {source ? <SourceMark locale={locale} sources={[source]} /> : null}
      </div>
    </div>
  )
}
