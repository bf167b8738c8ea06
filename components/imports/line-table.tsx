import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { certaintyWords, type ShownLine, saysOf } from './choice-of.ts'

/** Lines that need no choice, or allow none. */
export function LineTable({
  locale,
  kind,
  lines,
}: {
  locale: Locale
  kind: 'own' | 'report'
  lines: readonly ShownLine[]
}) {
  const { imports: t } = messages(locale)
  const { ready } = t
  const own = kind === 'own'
  const unknown = own && lines.every((line) => line.status === 'unknown')
  const present = own && lines.every((line) => line.status === 'present')
  const recorded = lines.every((line) => line.status === 'matched')
  const heading = unknown
    ? ready.unknownHeading
    : present
      ? ready.presentHeading
      : recorded
        ? ready.says
        : ready.linesHeading
  return (
    <section aria-labelledby="lines" className="mt-10">
      <h2 id="lines">{heading}</h2>
      {unknown ? (
        <p className="mt-1 max-w-prose">
          {ready.unknownText}{' '}
          <Link className="link" href={pathTo(locale, '/espace/proposer')}>
            {ready.propose}
          </Link>
        </p>
      ) : null}
      <div className="table-scroll mt-3">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{ready.line}</th>
              <th scope="col">{ready.inList}</th>
              {unknown ? null : (
                <>
                  <th scope="col">{own ? ready.means : ready.organisation}</th>
                  <th scope="col">{ready.says}</th>
                  <th scope="col">{ready.status}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td className="number">{line.line}</td>
                <th scope="row" className="font-normal">
                  {line.label}
                </th>
                {unknown ? null : (
                  <>
                    <td>
                      {line.subject ? (
                        <Link
                          className="link"
                          href={
                            own
                              ? softwarePath(locale, line.subject.key)
                              : organisationPath(locale, line.subject.key)
                          }
                        >
                          {line.subject.name}
                        </Link>
                      ) : null}
                    </td>
                    <td>{saysOf(locale, line, !own)}</td>
                    <td>
                      {t.statuses[line.status].one}
                      {certaintyWords(locale, line) === ''
                        ? ''
                        : `${colon(locale)}${certaintyWords(locale, line)}`}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
