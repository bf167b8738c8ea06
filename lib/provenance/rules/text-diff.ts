import { diffWordsWithSpace } from 'diff'

export interface DiffPart {
  text: string
  is: 'kept' | 'removed' | 'added'
}

/** Milliseconds that a comparison may take: texts of repositories are of anybody's making. */
const LONGEST = 200

/** Two texts word by word; all of both where they have too little in common to tell. */
export function textDiff(from: string, to: string): DiffPart[] {
  const parts = diffWordsWithSpace(from, to, { timeout: LONGEST, maxEditLength: 600 })
  const whole: DiffPart[] = [
    { text: from, is: 'removed' as const },
    { text: to, is: 'added' as const },
  ].filter(({ text }) => text !== '')
  if (!parts) return whole
  const kept = parts.filter(({ added, removed }) => !added && !removed)
  const length = kept.reduce((sum, { value }) => sum + value.length, 0)
  if (length < Math.min(from.length, to.length) / 3) return whole
  return parts.map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'kept',
  }))
}
