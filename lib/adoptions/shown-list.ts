/** The most that one form or link confirms. */
export const MOST_SHOWN = 200

/** Adoptions as someone saw them, in a few characters each: "12.1,15.3" is ids and revisions. */
export function shownWords(list: ReadonlyArray<{ id: number; revision: number }>): string {
  return list.map(({ id, revision }) => `${id}.${revision}`).join(',')
}

/** The same read back; what is malformed is left out. */
export function shownList(words: string): Array<{ id: number; revision: number }> {
  return [...words.matchAll(/(\d{1,15})\.(\d{1,9})/g)]
    .slice(0, MOST_SHOWN)
    .map(([, id, revision]) => ({ id: Number(id), revision: Number(revision) }))
}
