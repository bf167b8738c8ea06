import { useId } from 'react'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

type Texts = ReturnType<typeof messages>['provenance']['origin']

export interface ShownOrigin {
  kind: keyof Texts['kinds']
  path: string
  line: number
  commit: string
  /** ISO 8601. */
  at: string
  /** The file, or the commit, on its forge; empty where it shows none. */
  url: string
  by: keyof Texts['by'] | null
}

/** Who says a value, in a few words: the file and its line, or a word that names nobody. */
export function originWords(
  locale: Locale,
  { kind, path, line, by, commit }: Omit<ShownOrigin, 'at' | 'url'>,
): string {
  const t = messages(locale).provenance.origin
  if (kind === 'person' && by) return t.personBy(t.by[by])
  // Of git, without a file: the tag that a first release is known by.
  if (kind === 'git' && path === '' && commit !== '') return t.oldestTag
  const file = kind === 'git' && path !== '' ? ` (${path})` : ''
  return t.kinds[kind] + file + (line > 0 ? `, ${t.at(String(line))}` : '')
}

/** The mark after a value that a repository or a person said: where it is from, and since when. */
export function OriginMark({ locale, origin }: { locale: Locale; origin: ShownOrigin }) {
  const t = messages(locale).provenance.origin
  const id = useId()
  const words = originWords(locale, origin)
  return (
    <>
      <button type="button" className="source-button" popoverTarget={id} aria-label={t.open(words)}>
        {t.mark}
      </button>
      <span id={id} popover="auto" className="source-card">
        <strong className="block">{words}</strong>
        <span className="block text-muted">
          {t.since(formatDate(locale, origin.at.slice(0, 10)))}
          {origin.commit === '' ? null : ` · ${t.commit(origin.commit.slice(0, 10))}`}
        </span>
        {origin.url === '' ? null : (
          <a className="link" href={origin.url} rel="noopener nofollow">
            {origin.path === '' ? t.commitLink : t.file}{' '}
            <span className="text-muted">{messages(locale).common.source.external}</span>
          </a>
        )}
      </span>
    </>
  )
}
