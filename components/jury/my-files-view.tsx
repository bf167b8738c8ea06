import { DoneNote } from '#components/accounts/done-note.tsx'
import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { stateWord } from './state-word.ts'

interface ShownFile {
  applicationId: number
  year: number
  organisation: string
  departement: string
  state: string
  access: 'open' | 'closed' | 'waiting'
  scored: number
  finished: boolean
  juryAt: string
}

/** The files of a juror: what remains first, and until when. */
export function MyFilesView({
  locale,
  files,
  done,
}: {
  locale: Locale
  files: readonly ShownFile[]
  done: string | undefined
}) {
  const t = messages(locale)
  const text = t.jury.mine
  const remaining = files.filter(({ access, finished }) => access === 'open' && !finished)
  const deadline = remaining.map(({ juryAt }) => juryAt).sort()[0] ?? ''
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.members.home.title, href: pathTo(locale, '/espace') }]}
      />
      <h1>{text.title}</h1>
      {files.length === 0 ? null : (
        <p className="lead mt-2">
          {remaining.length === 0
            ? text.allDone
            : `${counted(locale, remaining.length, text.remains.one, text.remains.many)}. `}
          {deadline === '' ? null : text.deadline(formatMoment(locale, deadline))}
        </p>
      )}
      <DoneNote text={done} />
      <p className="mt-3 max-w-prose">{files.length === 0 ? text.none : text.lead}</p>
      {files.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
        <section className="table-scroll mt-6" aria-label={text.caption} tabIndex={0}>
          <table className="table">
            <caption className="sr-only">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.file}</th>
                <th scope="col">{text.progress}</th>
                <th scope="col">{text.state}</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={file.applicationId}>
                  <th scope="row">
                    <FileName locale={locale} file={file} />
                    <span className="block font-normal text-muted">
                      {t.jury.files.edition(file.year)}
                    </span>
                  </th>
                  <td>
                    {file.access !== 'open'
                      ? text[file.access]
                      : file.finished
                        ? text.finished
                        : counted(locale, file.scored, text.scored.one, text.scored.many)}
                  </td>
                  <td>{stateWord(locale, file.state)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function FileName({ locale, file }: { locale: Locale; file: ShownFile }) {
  const name =
    file.departement === '' ? file.organisation : `${file.organisation} (${file.departement})`
  if (file.access !== 'open') return name
  return (
    <Link className="link" href={pathTo(locale, `/espace/jury/${file.applicationId}`)}>
      {name}
    </Link>
  )
}
