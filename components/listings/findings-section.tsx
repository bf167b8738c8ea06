import type { ReactNode } from 'react'
import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { ReadingView } from '#lib/listings/rules/listing-view.ts'

type Finding = NonNullable<ReadingView['publiccode']>['findings'][number]

/** Findings that are shown of each severity: a file may have hundreds of one kind. */
const MOST_SHOWN = 20

/** What there is to say of a publiccode.yml, with how to mend it and the corrected file. */
export function FindingsSection({
  locale,
  publiccode,
  download,
  again,
  level = 3,
}: {
  locale: Locale
  publiccode: ReadingView['publiccode']
  /** Where the corrected file is. */
  download: string
  /** The button that reads the repository again. */
  again?: ReactNode
  /** Of the headings of the severities. */
  level?: 3 | 4
}) {
  const { publiccode: t } = messages(locale).listings.draft
  if (!publiccode) {
    return (
      <>
        <p className="mt-2 max-w-prose">{t.none}</p>
        <p className="mt-3">
          <a className="link" href={pathTo(locale, '/publiccode')}>
            {t.editor}
          </a>
        </p>
        {again}
      </>
    )
  }
  const { findings, valid, version } = publiccode
  const said = version ?? t.noVersion
  return (
    <>
      <p className="mt-2 max-w-prose">
        {valid ? t.valid(said) : t.invalid(said)}{' '}
        {findings.length === 0
          ? null
          : `${counted(locale, findings.length, t.findings.one, t.findings.many)}.`}
      </p>
      {(['error', 'warning', 'info'] as const).map((severity) => (
        <OfSeverity
          key={severity}
          locale={locale}
          level={level}
          title={t.severities[severity]}
          findings={findings.filter((item) => item.severity === severity)}
        />
      ))}
      {publiccode.corrected ? (
        <p className="mt-4">
          {/* A file, not a page: no link of the router. */}
          <a className="button button-quiet" href={download} download>
            {t.download}
          </a>
        </p>
      ) : null}
      {again}
    </>
  )
}

function OfSeverity({
  locale,
  level,
  title,
  findings,
}: {
  locale: Locale
  level: 3 | 4
  title: string
  findings: readonly Finding[]
}) {
  const { publiccode: t } = messages(locale).listings.draft
  if (findings.length === 0) return null
  const Heading = `h${level}` as const
  const left = findings.length - MOST_SHOWN
  return (
    <>
      <Heading className="mt-5 text-lg">{`${title} (${findings.length})`}</Heading>
      <ul className="mt-2 list-disc space-y-2 pl-5">
        {findings.slice(0, MOST_SHOWN).map((item) => (
          <li
            key={`${item.line} ${item.path} ${item.code} ${item.message.fr}`}
            className="[overflow-wrap:anywhere]"
          >
            <code>{item.path}</code>
            {item.line > 0 ? `, ${t.line(item.line)}` : null}
            {' : '}
            {item.message[locale]}
            {item.mended ? <span className="text-muted">{` (${t.mended})`}</span> : null}
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-2 text-muted">{t.more(left)}</p> : null}
    </>
  )
}
