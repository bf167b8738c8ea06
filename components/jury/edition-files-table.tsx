import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import {
  isWithItsJury,
  type ShownEditionFile,
  type ShownEditionFiles,
} from './shown-edition-files.ts'
import { stateWord } from './state-word.ts'

/** Every application of an edition with its state, its jurors and what was decided; never their notes. */
export function EditionFilesTable({ locale, shown }: { locale: Locale; shown: ShownEditionFiles }) {
  const t = messages(locale).jury.files
  const names = new Map(shown.jurors.map(({ userId, name, email }) => [userId, name || email]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
    <section className="table-scroll mt-6" aria-label={t.caption} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.organisation}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.jury}</th>
            <th scope="col">{t.decision}</th>
          </tr>
        </thead>
        <tbody>
          {shown.files.map((file) => (
            <tr key={file.applicationId}>
              <th scope="row" className="min-w-48">
                <FileName locale={locale} file={file} withJury={shown.withJury} />
              </th>
              <td>
                {stateWord(locale, file.state)}
                {!file.barredToMe && ['submitted', 'examining'].includes(file.state) ? (
                  <Link
                    className="link block"
                    href={pathTo(locale, `/espace/label/candidatures/${file.applicationId}`)}
                    aria-label={t.askMoreOf(file.organisation.name)}
                  >
                    {t.askMore}
                  </Link>
                ) : null}
                {file.moreUntil === ''
                  ? null
                  : ` ${t.moreUntil(formatMoment(locale, file.moreUntil))}`}
              </td>
              <td className="[overflow-wrap:anywhere]">
                <ul>
                  {file.seats.map((seat) => (
                    <li key={seat.userId}>
                      {(names.get(seat.userId) ?? '') + colon(locale)}
                      {t.seat[seat.barred ? 'barred' : seat.finished ? 'finished' : 'working']}
                    </li>
                  ))}
                </ul>
                {isWithItsJury(file) && !file.complete ? (
                  <strong>{t.missing(missing(file, shown.edition.jurorsEach))}</strong>
                ) : null}
              </td>
              <td>{file.decision ? (file.decision.level?.[locale] ?? t.noAward) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const missing = ({ seats }: ShownEditionFile, each: number) =>
  each - seats.filter(({ barred }) => !barred).length

function FileName({
  locale,
  file,
  withJury,
}: {
  locale: Locale
  file: ShownEditionFile
  withJury: boolean
}) {
  const t = messages(locale).jury.files
  const { name, departement } = file.organisation
  const whole = departement === '' ? name : `${name} (${departement})`
  if (file.barredToMe) {
    return (
      <>
        {whole}
        <span className="block font-normal text-muted">{t.barredToMe}</span>
      </>
    )
  }
  if (!withJury || ['draft', 'validated', 'withdrawn'].includes(file.state)) return whole
  return (
    <Link className="link" href={pathTo(locale, `/espace/jury/${file.applicationId}`)}>
      {whole}
    </Link>
  )
}
