import * as xlsx from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { comparisonSheets } from '#components/compare/sheet.ts'
import type { ComparedRow } from '#lib/compare/rules/value.ts'
import { writeOds } from '#lib/compare/write-ods.ts'

const summary = { fr: 'Résumé', en: 'Summary' }
const use = (confirmed: number, reported: number) => ({
  confirmed,
  reported,
  toReconfirm: 0,
  total: confirmed + reported,
})
const software = [
  { slug: 'a', name: '=HYPERLINK("https://example.org";"A & <b>")', summary, use: use(14, 9) },
  { slug: 'b', name: 'B', summary, use: use(0, 2) },
]
const rows: ComparedRow[] = [
  {
    field: 'users',
    cells: software.map(({ use: count, slug }) => ({
      kind: 'use',
      use: count,
      to: { path: `/logiciels/${slug}/utilisateurs` },
    })),
  },
  {
    field: 'lastRelease',
    cells: [{ kind: 'release', version: '+1.2', date: '2026-10-03' }, { kind: 'unknown' }],
  },
  { field: 'lastCommit', cells: [{ kind: 'date', date: '2026-11-12' }, { kind: 'unknown' }] },
  {
    field: 'firstRelease',
    cells: [
      { kind: 'year', year: 2003 },
      { kind: 'year', year: 2003 },
    ],
  },
  {
    field: 'costs',
    cells: [{ kind: 'euros', sum: 12_000, given: 2, of: 14 }, { kind: 'unknown' }],
  },
  {
    field: 'platforms',
    cells: [
      { kind: 'codes', codes: ['web', 'linux'] },
      { kind: 'codes', codes: ['web'] },
    ],
  },
  { field: 'care', cells: [{ kind: 'unknown' }, { kind: 'unknown' }] },
]

/** The file as another program reads it. */
function readBack() {
  const bytes = writeOds(
    { title: 'A, B', locale: 'fr' },
    comparisonSheets(
      'fr',
      { software, rows, like: undefined },
      {
        siteUrl: 'https://catalogue.example.fr',
        address: '/comparer?logiciels=a,b',
        day: '2026-11-24',
      },
    ),
  )
  return xlsx.read(bytes, { type: 'array', cellDates: true })
}

describe('a comparison as a spreadsheet', () => {
  const book = readBack()
  const sheet = book.Sheets.Comparaison as xlsx.WorkSheet
  const table = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
  const row = (label: string) => table.find(([first]) => first === label)

  it('has a sheet of points and one of addresses', () => {
    expect(book.SheetNames).toEqual(['Comparaison', 'Adresses'])
  })

  it('keeps numbers as numbers, one figure a cell', () => {
    expect(row('Utilisations connues')).toEqual(['Utilisations connues', 'oui', 23, 2])
    expect(row('dont confirmées')).toEqual(['dont confirmées', 'oui', 14, 0])
    expect(row('Première version')).toEqual(['Première version', 'non', 2003, 2003])
    expect(row('Coûts de licence évités, par an')?.[2]).toBe(12_000)
  })

  it('keeps dates as dates', () => {
    const date = row('Dernier changement du code')?.[2]
    expect(date).toBeInstanceOf(Date)
    expect((date as Date).toISOString().slice(0, 10)).toBe('2026-11-12')
  })

  it('says what sets them apart first, then what does not, then what nobody knows', () => {
    const marks = table.slice(1).map(([, differs]) => differs)
    expect(marks).toEqual([...marks].sort().reverse())
    expect(table.at(-1)?.[0]).toBe('Signes de soin')
  })

  it('leaves what is not known empty', () => {
    expect(row('Dernier changement du code')?.[3]).toBeUndefined()
  })

  it('takes no name for a formula', () => {
    const name = sheet.C1 as xlsx.CellObject
    expect(name.f).toBeUndefined()
    expect(name.v).toBe('\'=HYPERLINK("https://example.org";"A & <b>")')
    expect(row('Dernière version : numéro')?.[2]).toBe("'+1.2")
  })

  it('tells where its figures are', () => {
    const pages = xlsx.utils.sheet_to_json<unknown[]>(book.Sheets.Adresses as xlsx.WorkSheet, {
      header: 1,
    })
    expect(pages[2]).toEqual([
      'B',
      'https://catalogue.example.fr/logiciels/b',
      'https://catalogue.example.fr/logiciels/b/utilisateurs',
    ])
  })
})
