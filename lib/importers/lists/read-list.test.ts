import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import * as xlsx from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { LONGEST_LIST, MOST_LINES } from '#lib/importers/schema.ts'
import { readList } from './read-list.ts'

const LINES = [
  ['Nom', 'Département', 'Logiciel'],
  ['Évry-Grégy-sur-Yerre', '77', 'openÉlec'],
  ['L’Haÿ-les-Roses', '94', '=HYPERLINK("http://x.example","cliquez")'],
]
const csv = (separator: string) =>
  LINES.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(
    '\r\n',
  )
const cellsOf = async (bytes: Buffer) => (await readList(bytes)).rows.map((row) => row.cells)
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')

function book(rows: unknown[][], bookType: 'xlsx' | 'ods' | 'biff8' = 'xlsx'): Buffer {
  const workbook = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet(rows), 'Feuille')
  return xlsx.write(workbook, { type: 'buffer', bookType }) as Buffer
}

describe('A list that comes as a text', () => {
  it.each([
    ['UTF-8', Buffer.from(csv(';')), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv(';')}`), 'utf-8'],
    ['UTF-16, little end first', Buffer.from(`\ufeff${csv(';')}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', utf16be(`\ufeff${csv(';')}`), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(csv(';'), 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first, without a mark', utf16be(csv(';')), 'utf-16be'],
    ['Windows-1252', windows1252(csv(';')), 'windows-1252'],
  ])('is read the same in %s', async (_name, bytes, encoding) => {
    const list = await readList(bytes)
    expect(list.encoding).toBe(encoding)
    expect(list.rows.map((row) => row.cells)).toEqual(LINES)
  })

  it.each([';', ',', '\t', '|'])('is cut at %j', async (separator) => {
    expect(await cellsOf(Buffer.from(csv(separator)))).toEqual(LINES)
  })

  it('has one column when nothing separates', async () => {
    const text = 'LibreOffice\nVLC media player\n7-Zip, version 24.09\nGIMP'
    expect(await cellsOf(Buffer.from(text))).toEqual([
      ['LibreOffice'],
      ['VLC media player'],
      ['7-Zip, version 24.09'],
      ['GIMP'],
    ])
  })

  it('is cut at the separator that Excel names on the first line', async () => {
    expect(await cellsOf(Buffer.from('sep=,\r\nNom,Version\r\nGIMP,2'))).toEqual([
      ['Nom', 'Version'],
      ['GIMP', '2'],
    ])
  })

  it('counts lines as an editor does, over cells that span several and empty lines', async () => {
    const { rows } = await readList(Buffer.from('a;"b\nb\nb"\n\nc;d\n;\ne;f\n'))
    expect(rows.map((row) => row.line)).toEqual([1, 5, 7])
  })

  it('keeps formulas as text', async () => {
    const rows = await cellsOf(Buffer.from('Nom;Version\n=1+1;+2\n@SUM(A1);-3'))
    expect(rows.slice(1)).toEqual([
      ['=1+1', '+2'],
      ['@SUM(A1)', '-3'],
    ])
  })
})

describe('A list that comes as a spreadsheet', () => {
  it.each(['xlsx', 'ods'] as const)('is read from its first sheet (%s)', async (type) => {
    const list = await readList(book(LINES, type))
    expect(list.format).toBe(type)
    expect(list.rows.map((row) => row.cells)).toEqual(LINES)
  })

  it('gives numbers as they are, however they are shown, and dates as dates', async () => {
    const rows = [
      ['SIREN', 'Depuis'],
      [213500012, new Date(Date.UTC(2021, 2, 1))],
    ]
    expect(await cellsOf(book(rows))).toEqual([
      ['SIREN', 'Depuis'],
      ['213500012', '2021-03-01'],
    ])
  })

  it('never works a formula out', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([['Nom'], ['x']])
    sheet.A2 = { t: 's', v: 'affiché', f: 'HYPERLINK("http://x.example","affiché")' }
    const workbook = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(workbook, sheet, 'F')
    const bytes = xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    expect(await cellsOf(bytes)).toEqual([['Nom'], ['affiché']])
  })

  it('is read at once although one cell stands at the far end of the sheet', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([['Nom'], ['GIMP']])
    sheet['!ref'] = 'A1:A1048576'
    const workbook = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(workbook, sheet, 'F')
    const bytes = xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    expect(await cellsOf(bytes)).toEqual([['Nom'], ['GIMP']])
  })
})

/** A zip of stored or deflated entries; `announced` is what its directory claims of their size. */
function zip(entries: Array<{ name: string; content: Buffer; announced?: number }>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, announced = content.length } of entries) {
    const packed = deflateRawSync(content, { level: 9 })
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(announced, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    parts.push(head, Buffer.from(name), packed)
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const part = (name: string, text: string) => ({ name, content: Buffer.from(text) })
const BOOK = [part('[Content_Types].xml', '<Types/>'), part('xl/workbook.xml', '<workbook/>')]

describe('A file that is no list', () => {
  const refuse = (bytes: Buffer) => readList(bytes).catch((error) => error.fault ?? error)

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\r\n \r\n;;;\r\n')],
    ['empty', Buffer.from('\ufeff')],
    ['binary', randomBytes(4_000)],
    ['binary', Buffer.from('Nom;Version\0\0\0\n')],
    ['pdf', Buffer.from('%PDF-1.7 …')],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['old-spreadsheet', book(LINES, 'biff8')],
    ['archive', zip([part('notes.txt', 'rien')])],
    ['archive', Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
    ['document', Buffer.from('<!DOCTYPE html><table></table>')],
    ['damaged', book(LINES).subarray(0, 3_000)],
    ['quotes', Buffer.from('Nom;Version\n"GIMP;2\nVLC;3\n')],
    ['too-many-columns', Buffer.from(`${'a;'.repeat(300)}b\n`.repeat(3))],
    ['too-many-lines', Buffer.from('GIMP;2\n'.repeat(MOST_LINES + 2))],
    ['too-long', Buffer.alloc(LONGEST_LIST + 1, 'a')],
    ['too-long', Buffer.alloc(100_000_000, 'a')],
  ])('is refused as %s', async (fault, bytes) => {
    expect(await refuse(bytes)).toBe(fault)
  })

  it('a ZIP bomb is refused by what its directory announces, before anything is unfolded', async () => {
    const bomb = zip([
      ...BOOK,
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(300_000_000) },
    ])
    expect(bomb.length).toBeLessThan(LONGEST_LIST)
    const before = process.memoryUsage().rss
    expect(await refuse(bomb)).toBe('zip-bomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000)
  })

  it('a ZIP bomb whose directory lies is stopped while it unfolds', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(300_000_000) }
    const bomb = zip([...BOOK, { ...sheet, announced: 1_000 }])
    const before = process.memoryUsage().rss
    expect(['damaged', 'zip-bomb']).toContain(await refuse(bomb))
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  })

  it('a ZIP of a hundred thousand entries is refused', async () => {
    const many = Array.from({ length: 3_000 }, (_, n) => part(`xl/worksheets/s${n}.xml`, ''))
    expect(await refuse(zip([...BOOK, ...many]))).toBe('zip-bomb')
  })

  it('what unfolds but is never read (pictures) does not count', async () => {
    const workbook = book(LINES)
    expect((await readList(workbook)).rows).toHaveLength(3)
  })

  it('a row that stands for a million costs one', async () => {
    const table = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="F"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>GIMP</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const ods = zip([part('META-INF/manifest.xml', '<manifest/>'), part('content.xml', table)])
    expect((await readList(ods)).rows).toEqual([{ line: 1, cells: ['GIMP'] }])
  })
})
