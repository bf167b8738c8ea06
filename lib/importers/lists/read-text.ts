import Papa from 'papaparse'
import { LONGEST_CELL, MOST_COLUMNS, MOST_LINES } from '#lib/importers/schema.ts'
import { UnreadableList } from './unreadable-list.ts'

/** A row and the line of the file it starts on, 1 for the first. */
export interface Row {
  line: number
  cells: string[]
}

const SEPARATORS = [';', '\t', ',', '|'] as const
/** What no text holds: a list with one name a line has no separator. */
const NONE = '\u001f'
/** Rows that the separator is told from. */
const SAMPLE = 40
/** A title and a header may come before the lines. */
const SLACK = 20

/**
 * Cuts a text into rows: separator told from the first of them, cells in quotes may span lines.
 * @throws UnreadableList
 */
export function readText(text: string): { rows: Row[]; separator: string } {
  // What Excel writes to tell itself the separator.
  const told = /^sep=(.)\r?\n/i.exec(text)
  const separator = told?.[1] ?? separatorOf(text)
  const parsed = parse(text, separator, MOST_LINES + SLACK)
  if (parsed.errors.some((error) => error.code === 'MissingQuotes')) {
    throw new UnreadableList('quotes')
  }
  const rows: Row[] = []
  let line = 1
  for (const cells of parsed.data) {
    const spans = cells.reduce((sum, cell) => sum + newlinesIn(cell), 0)
    if (cells.some((cell) => /[\p{L}\p{N}]/u.test(cell))) {
      if (cells.length > MOST_COLUMNS) throw new UnreadableList('too-many-columns')
      rows.push({ line, cells: cells.map((cell) => cell.trim().slice(0, LONGEST_CELL)) })
    }
    line += 1 + spans
  }
  if (told) rows.shift()
  return { rows, separator: separator === NONE ? '' : separator }
}

function parse(text: string, delimiter: string, preview: number) {
  return Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false })
}

function newlinesIn(cell: string): number {
  let n = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) n++
  return n
}

/** The separator that cuts most of the first rows into the same number of cells, two at least. */
function separatorOf(text: string): string {
  let best = { separator: NONE, score: 0 }
  for (const separator of SEPARATORS) {
    const rows = parse(text, separator, SAMPLE).data.filter((row) =>
      row.some((cell) => cell !== ''),
    )
    const counts = new Map<number, number>()
    for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
    const [columns, often] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
    if (columns < 2 || often / rows.length < 0.6) continue
    const score = (often / rows.length) * Math.min(columns, 6)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}
