import * as xlsx from '@e965/xlsx'
import { LONGEST_CELL, MOST_COLUMNS, MOST_LINES } from '#lib/importers/schema.ts'
import type { Row } from './read-text.ts'
import { UnreadableList } from './unreadable-list.ts'
import { unzip } from './unzip.ts'

/** Takes a zip that is already unfolded; the package's types leave it out. */
const { parse_zip: parseZip } = xlsx as unknown as {
  parse_zip(zip: object, options: xlsx.ParsingOptions): xlsx.WorkBook
}

/** Everything else (pictures, drawings, macros, comments) is never unfolded. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/([^/]+|_rels\/[^/]+|worksheets\/[^/]+)\.(xml|rels)|META-INF\/manifest\.xml|(content|styles)\.xml)$/i
/** A title and a header may come before the lines. */
const SLACK = 20

/**
 * The first sheet with anything in it, of an XLSX or an ODS. Formulas are never worked out: their last
 * result is a text like any other.
 * @throws UnreadableList
 */
export async function readWorkbook(
  bytes: Buffer,
): Promise<{ rows: Row[]; format: 'xlsx' | 'ods' }> {
  const files = await unzip(bytes, (path) => PARTS.test(path))
  const format = files.has('content.xml') ? 'ods' : 'xlsx'
  if (format === 'xlsx' && !files.has('xl/workbook.xml')) throw new UnreadableList('archive')
  if (format === 'ods') foldRepeats(files)
  const workbook = parse(files)
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name]
    const rows = sheet ? rowsOf(sheet) : []
    if (rows.length > 0) return { rows, format }
  }
  throw new UnreadableList('empty')
}

function parse(files: ReadonlyMap<string, Buffer>): xlsx.WorkBook {
  // What the library would unfold by itself, already unfolded within bounds.
  const zip = {
    FullPaths: [...files.keys()],
    FileIndex: [...files].map(([name, content]) => ({ name, content, type: 2 })),
  }
  try {
    return parseZip(zip, {
      dense: true,
      sheetRows: MOST_LINES + SLACK,
      cellFormula: false,
      cellHTML: false,
      cellDates: true,
      UTC: true,
    })
  } catch (error) {
    throw new UnreadableList('damaged', { cause: error })
  }
}

/**
 * A cell or a row of an ODS may stand for a million: spreadsheets write empty ones so, and a hostile file
 * full ones.
 */
function foldRepeats(files: Map<string, Buffer>): void {
  const content = files.get('content.xml')?.toString('utf8') ?? ''
  const folded = content.replace(
    /(table:number-(?:rows|columns)-repeated)="(\d+)"/g,
    (all, name: string, n: string) => (Number(n) > MOST_COLUMNS ? `${name}="1"` : all),
  )
  files.set('content.xml', Buffer.from(folded))
  // The library insists on one.
  if (!files.has('styles.xml')) files.set('styles.xml', Buffer.from('<styles/>'))
}

function rowsOf(sheet: xlsx.WorkSheet): Row[] {
  const data = (sheet as { '!data'?: Array<Array<{ v?: unknown; w?: string }>> })['!data'] ?? []
  const rows: Row[] = []
  // Sparse: a cell at the far end of the sheet costs nothing.
  data.forEach((cells, at) => {
    const texts: string[] = []
    cells?.forEach((cell, column) => {
      const text = textOf(cell)
      if (text === '') return
      if (column >= MOST_COLUMNS) throw new UnreadableList('too-many-columns')
      texts[column] = text
    })
    if (texts.length > 0)
      rows.push({ line: at + 1, cells: Array.from(texts, (text) => text ?? '') })
  })
  return rows
}

/** Numbers as they are, not as they are shown: a SIREN is no `2,1E+08`. */
function textOf(cell: { v?: unknown; w?: string } | undefined): string {
  const value = cell?.v
  if (value === undefined || value === null) return ''
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  }
  return String(value).replace(/\s+/g, ' ').trim().slice(0, LONGEST_CELL)
}
