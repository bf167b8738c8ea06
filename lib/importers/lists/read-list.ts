import { LONGEST_LIST, MOST_LINES } from '#lib/importers/schema.ts'
import { decodeText } from './decode-text.ts'
import { type Row, readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import { sniff } from './sniff.ts'
import { UnreadableList } from './unreadable-list.ts'

export interface List {
  format: 'csv' | 'xlsx' | 'ods'
  /** Of a text; empty for a spreadsheet. */
  encoding: string
  separator: string
  /** All that are not empty, the header among them. */
  rows: Row[]
}

/**
 * Reads a list as it comes: what it is, its encoding and its separator are told from what it holds,
 * never from its name. Nothing in it is worked out or followed.
 * @throws UnreadableList
 */
export async function readList(bytes: Buffer): Promise<List> {
  if (bytes.length > LONGEST_LIST) throw new UnreadableList('too-long')
  const list = sniff(bytes) === 'zip' ? await workbook(bytes) : textList(bytes)
  if (list.rows.length === 0) throw new UnreadableList('empty')
  // One of them is a header, most of the time.
  if (list.rows.length > MOST_LINES + 1) throw new UnreadableList('too-many-lines')
  return list
}

async function workbook(bytes: Buffer): Promise<List> {
  const { rows, format } = await readWorkbook(bytes)
  return { format, encoding: '', separator: '', rows }
}

function textList(bytes: Buffer): List {
  const { text, encoding } = decodeText(bytes)
  const { rows, separator } = readText(text)
  return { format: 'csv', encoding, separator, rows }
}
