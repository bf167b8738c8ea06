import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { type FunctionNames, valueWords } from './value-words.ts'

export interface ShownChange {
  field: string
  from: unknown
  to: unknown
  /** Of long texts, word by word. */
  diff: ReadonlyArray<{ text: string; is: 'kept' | 'removed' | 'added' }> | null
}

/** Fields that changed, each with what it was and what it is. */
export function ChangeList({
  locale,
  changes,
  functions,
}: {
  locale: Locale
  changes: readonly ShownChange[]
  functions: FunctionNames
}) {
  const { history: t, fields } = messages(locale).provenance
  const names = fields as Readonly<Record<string, string>>
  if (changes.length === 0) return null
  return (
    <ul className="mt-1 grid list-disc gap-2 pl-5">
      {changes.map((change) => {
        const { field, from, to, diff } = change
        return (
          <li key={field}>
            <span className="font-semibold">{names[field] ?? field}</span>
            {colon(locale)}
            {diff ? (
              <span className="mt-1 block max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
                <Diff locale={locale} parts={diff} />
              </span>
            ) : (
              <span className="[overflow-wrap:anywhere]">
                <del className="text-muted">
                  <span className="sr-only">{t.from + colon(locale)}</span>
                  {valueWords(locale, field, from, functions) || t.empty}
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
                <ins className="no-underline">
                  <span className="sr-only">{t.to + colon(locale)}</span>
                  {valueWords(locale, field, to, functions) || t.empty}
                </ins>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What goes is struck through, what comes is underlined: told apart without colour, and aloud. */
function Diff({ locale, parts }: { locale: Locale; parts: NonNullable<ShownChange['diff']> }) {
  const t = messages(locale).provenance.history
  return parts.map(({ text, is }, index) => {
    const key = `${index} ${is}`
    if (is === 'kept') return <span key={key}>{text}</span>
    const Tag = is === 'removed' ? 'del' : 'ins'
    return (
      <Tag
        key={key}
        className={is === 'removed' ? 'text-muted' : 'bg-accent-soft font-semibold underline'}
      >
        <span className="sr-only"> [{is === 'removed' ? t.removed : t.added}] </span>
        {text}
      </Tag>
    )
  })
}
