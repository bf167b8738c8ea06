import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import type { Finding } from '#lib/publiccode/rules/read.ts'

export type EditorTexts = Messages['publiccode']['form']

/** Findings that a page lists: a file with more is mended step by step. */
const MOST_SHOWN = 100

/** What was found, in a sentence. */
export function verdict(locale: Locale, t: EditorTexts, findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const parts = [
    [of('error'), t.errors],
    [of('warning'), t.warnings],
    [of('info'), t.infos],
  ] as const
  const counts = parts.flatMap(([n, { one, many }]) => (n > 0 ? counted(locale, n, one, many) : []))
  const words = counts.length > 0 ? counts.join(', ') : t.sound
  return `${of('error') === 0 ? t.valid : t.invalid}${locale === 'fr' ? '\u00a0' : ''}: ${words}`
}

/** The findings by line, each with the way to its line where there is a script to go there. */
export function FindingList({
  locale,
  findings,
  t,
  goTo,
}: {
  locale: Locale
  findings: readonly Finding[]
  t: EditorTexts
  goTo?: ((line: number) => void) | undefined
}) {
  if (findings.length === 0) return null
  return (
    <>
      <ul className="mt-3 grid gap-2">
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <li
            key={`${finding.code} ${finding.path} ${finding.line}`}
            className={`border-l-4 pl-3 ${BORDER[finding.severity]}`}
          >
            <strong>{t.severity[finding.severity]}</strong>{' '}
            <Place finding={finding} t={t} goTo={goTo} />
            {finding.path === '' ? null : (
              <>
                {' '}
                <code className="wrap-anywhere">{finding.path}</code>
              </>
            )}
            <p className="wrap-anywhere">
              {finding.message[locale]}
              {finding.mended ? <span className="text-muted"> ({t.mended})</span> : null}
            </p>
          </li>
        ))}
      </ul>
      {findings.length > MOST_SHOWN ? <p className="mt-2">{t.more}</p> : null}
    </>
  )
}

const BORDER = { error: 'border-danger', warning: 'border-warn', info: 'border-line' } as const

function Place({
  finding: { line },
  t,
  goTo,
}: {
  finding: Finding
  t: EditorTexts
  goTo: ((line: number) => void) | undefined
}) {
  if (line === 0) return <span>{t.whole}</span>
  const name = `${t.line} ${line}`
  if (!goTo) return <span>{name}</span>
  return (
    <button type="button" className="link min-h-6" onClick={() => goTo(line)}>
      {name}
      <span className="sr-only">, {t.goTo}</span>
    </button>
  )
}
