import { findColumns } from '#lib/importers/lists/columns.ts'
import { readList } from '#lib/importers/lists/read-list.ts'
import { UnreadableList } from '#lib/importers/lists/unreadable-list.ts'
import type { ListFault } from '#lib/importers/schema.ts'
import { fold } from '#lib/text.ts'

/** What a file of names holds: its names, or the columns of which one must be chosen. */
export type NamesInFile =
  | { names: string[]; column: string }
  | { columns: string[] }
  | { fault: ListFault }

/**
 * The names in a spreadsheet or a text, whatever its format, within the bounds of lists.
 * @param wanted the name or the number (from 1) of their column, where a person chose it; empty else.
 */
export async function readNames(bytes: Buffer, wanted: string): Promise<NamesInFile> {
  try {
    const { rows } = await readList(bytes)
    const width = Math.max(...rows.map(({ cells }) => cells.length))
    const found = findColumns('report', rows)
    const header = found.header.length > 0 ? found.header : (rows[0]?.cells ?? [])
    const at =
      columnOf(wanted, header, width) ?? (wanted === '' ? found.columns.organisation : undefined)
    if (at === undefined && (wanted !== '' || width > 1)) return { columns: header.filter(Boolean) }
    const column = at ?? 0
    // A header that was recognised is no name; of a lone column, only one that says that it is one.
    const below = found.header.length > 0 ? found.lines : wanted === '' ? rows : rows.slice(1)
    return {
      names: below.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''),
      column: header[column] ?? '',
    }
  } catch (error) {
    if (error instanceof UnreadableList) return { fault: error.fault }
    throw error
  }
}

function columnOf(wanted: string, header: readonly string[], width: number): number | undefined {
  if (wanted === '') return undefined
  const named = header.findIndex((name) => fold(name) === fold(wanted))
  if (named !== -1) return named
  const number = /^\d{1,3}$/.test(wanted) ? Number(wanted) : 0
  return number >= 1 && number <= width ? number - 1 : undefined
}
