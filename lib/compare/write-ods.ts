import { strToU8, zipSync } from 'fflate'
import { inert } from '#lib/importers/lists/write-csv.ts'
import { xmlText } from '#lib/xml.ts'
import type { Sheet, SheetCell } from './rules/sheet.ts'

export const ODS = 'application/vnd.oasis.opendocument.spreadsheet'
const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'office:version="1.3"',
].join(' ')
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * Tables as an OpenDocument spreadsheet (1.3), each cell with its kind. What someone wrote is text of its
 * kind, and guarded besides: a cell saved on as CSV would else come back as a formula.
 */
export function writeOds(
  { title, locale }: { title: string; locale: 'fr' | 'en' },
  sheets: readonly Sheet[],
): Uint8Array<ArrayBuffer> {
  const [language, country] = locale === 'fr' ? ['fr', 'FR'] : ['en', 'GB']
  return zipSync(
    {
      mimetype: [strToU8(ODS), { level: 0 }],
      'META-INF/manifest.xml': strToU8(MANIFEST),
      'content.xml': strToU8(
        `${HEAD}<office:document-content ${NAMESPACES}>${STYLES}<office:body><office:spreadsheet>${sheets
          .map(table)
          .join('')}</office:spreadsheet></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(
        `${HEAD}<office:document-styles ${NAMESPACES}><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="${language}" fo:country="${country}" fo:font-size="10pt"/></style:default-style></office:styles>${PAGE}</office:document-styles>`,
      ),
      'meta.xml': strToU8(
        `${HEAD}<office:document-meta ${NAMESPACES}><office:meta><meta:generator>Mutualibre</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:language>${language}-${country}</dc:language></office:meta></office:document-meta>`,
      ),
    },
    // The same comparison gives the same file.
    { mtime: new Date('2000-01-01T12:00:00Z') },
  )
}

function table({ name, rows }: Sheet): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const [head = [], ...body] = rows
  const written = (row: readonly SheetCell[], style: string) =>
    `<table:table-row>${row.map((value) => cell(value, style)).join('')}</table:table-row>`
  return `<table:table table:name="${xmlText(name)}"><table:table-column table:style-name="first"/><table:table-column table:style-name="other" table:number-columns-repeated="${Math.max(1, columns - 1)}"/><table:table-header-rows>${written(head, 'head')}</table:table-header-rows>${body
    .map((row) => written(row, 'plain'))
    .join('')}</table:table>`
}

function cell(value: SheetCell, style: string): string {
  if (value === null) return '<table:table-cell/>'
  if (typeof value === 'number') {
    return `<table:table-cell table:style-name="plain" office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  }
  if (typeof value === 'string') return text(style, xmlText(inert(value)))
  if ('date' in value) {
    return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${value.date}"><text:p>${value.date}</text:p></table:table-cell>`
  }
  if ('euros' in value) {
    return `<table:table-cell table:style-name="euros" office:value-type="currency" office:currency="EUR" office:value="${value.euros}"><text:p>${value.euros} €</text:p></table:table-cell>`
  }
  return text(
    style,
    `<text:a xlink:type="simple" xlink:href="${xmlText(value.href)}">${xmlText(inert(value.text))}</text:a>`,
  )
}

const text = (style: string, words: string) =>
  `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${words}</text:p></table:table-cell>`

const cellStyle = (name: string, more: string, data = '') =>
  `<style:style style:name="${name}" style:family="table-cell"${data && ` style:data-style-name="${data}"`}><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>${more}</style:style>`
const columnStyle = (name: string, width: string) =>
  `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`
const STYLES = `<office:automatic-styles>${[
  '<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
  '<number:currency-style style:name="amount"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/><number:text> €</number:text></number:currency-style>',
  columnStyle('first', '6cm'),
  columnStyle('other', '5.2cm'),
  cellStyle('head', '<style:text-properties fo:font-weight="bold"/>'),
  cellStyle('plain', ''),
  cellStyle('date', '', 'day'),
  cellStyle('euros', '', 'amount'),
].join('')}</office:automatic-styles>`
/** Printed across the sheet. */
const PAGE =
  '<office:automatic-styles><style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="wide"/></office:master-styles>'

const MANIFEST = `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
]
  .map(
    (name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`,
  )
  .join('')}</manifest:manifest>`
