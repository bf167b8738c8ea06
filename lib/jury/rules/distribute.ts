export interface FileToRead {
  id: number
  /** Jurors who read it already and are not barred. */
  has: readonly string[]
  /** Jurors whom a link with the candidate bars. */
  barred: ReadonlySet<string>
}

/**
 * Proposes who reads what: each file gets as many jurors as it needs, those who have the fewest files
 * first, nobody where a link bars them; who reads a file already goes on. The file that the fewest can
 * read is served first, so that nobody else takes its jurors. The same every time for the same files.
 * @returns the jurors of each file, those it has included; fewer than `each` where too few may read it.
 */
export function distribute(
  files: readonly FileToRead[],
  jurors: readonly string[],
  each: number,
): Map<number, string[]> {
  const load = new Map(jurors.map((juror) => [juror, 0]))
  const add = (juror: string) => load.set(juror, (load.get(juror) ?? 0) + 1)
  for (const file of files) for (const juror of file.has) add(juror)
  const eligible = (file: FileToRead) =>
    jurors.filter((juror) => !file.barred.has(juror) && !file.has.includes(juror))
  const order = [...files].sort((a, b) => eligible(a).length - eligible(b).length || a.id - b.id)
  const proposed = new Map<number, string[]>()
  for (const file of order) {
    const chosen = eligible(file)
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, Math.max(0, each - file.has.length))
    for (const juror of chosen) add(juror)
    proposed.set(file.id, [...file.has, ...chosen])
  }
  return proposed
}
