import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { NeedSubject as Subject } from '#lib/needs/schema.ts'

/** What a need is about, with the way there. */
export function NeedSubject({ locale, subject }: { locale: Locale; subject: Subject }) {
  const t = messages(locale).needs
  return (
    <>
      {t.about[subject.kind] + colon(locale)}
      {subject.slug === null ? (
        t.softwareGone
      ) : (
        <Link
          className="link"
          href={
            subject.kind === 'gap'
              ? functionPath(locale, subject.slug)
              : softwarePath(locale, subject.slug)
          }
        >
          {subject.kind === 'gap' ? subject.name[locale] : subject.name}
        </Link>
      )}
    </>
  )
}
