import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { importJob } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import {
  decideImportLines,
  dropImport,
  startImport,
} from '#lib/adoptions/commands/settle-import.ts'
import { uploadList } from '#lib/adoptions/commands/upload-list.ts'
import { getImport, listImportLines } from '#lib/adoptions/import-queries.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, InvalidInput, NotFound, SignInNeeded, TooMany } from '#lib/errors.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { readPackageNames } from './package-names.ts'
import { workOn } from './work-on.ts'

const LINKS = { siteUrl: 'https://mutualibre.example', secret: 's'.repeat(32) }
let context: Context
let organisation: number
let key: string
let libreoffice: number
let firefox: number
let sevenZip: number

beforeEach(() => {
  context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  organisation = anOrganisation(context, { siren: '213500139' })
  key = '213500139'
  libreoffice = aSoftware(context, {
    slug: 'libreoffice',
    name: 'LibreOffice',
    aliases: ['OpenOffice', 'LO'],
  })
  firefox = aSoftware(context, {
    slug: 'firefox-esr',
    name: 'Firefox ESR',
    aliases: ['firefox', 'mozilla firefox'],
  })
  sevenZip = aSoftware(context, { slug: '7-zip', name: '7-Zip' })
  context = { ...context, actor: aUser(context, { memberOf: [organisation] }) }
})

async function read(text: string | Buffer): Promise<number> {
  const list = typeof text === 'string' ? Buffer.from(text) : text
  const { id } = uploadList(context, {
    kind: 'own',
    organisation: key,
    software: '',
    runs: false,
    fileName: 'inventaire.csv',
    file: list,
  })
  await workOn(context.db, context.now, id, LINKS)
  return id
}

const linesOf = (id: number) =>
  listImportLines(context, id, {
    statuses: ['matched', 'ambiguous', 'unknown', 'present'],
    page: 1,
  }).items.map(({ label, status, certainty, decision, subject }) => [
    label,
    status,
    certainty,
    decision,
    subject?.key ?? '',
  ])
const adoptions = () =>
  context.db
    .select()
    .from(adoption)
    .all()
    .map(({ softwareId, state, trust, version, origin }) => ({
      softwareId,
      state,
      trust,
      version,
      origin,
    }))
const figuresAreRows = () => expect(Object.values(compareFigures(context))).toEqual([0, 0, 0, 0, 0])

// In our own words, with the columns that each tool exports.
const GLPI = `"Nom";"Entité";"Éditeur";"Versions - Nom";"Versions - Système d'exploitation";"Nombre d'installations"
"LibreOffice";"Mairie";"The Document Foundation";"24.2.1
24.8.4.2";"Windows";"41"
"Mozilla Firefox ESR (x64 fr)";"Mairie";"Mozilla";"115.6.0";"Windows";"38"
"Microsoft Edge";"Mairie";"Microsoft";"120";"Windows";"44"
"7-Zip 24.09 (x64)";"Mairie";"Igor Pavlov";"24.09";"Windows";"12"
"LibreOffise";"Mairie";"";"7.6";"Windows";"1"
`
const GLPI_EN = `"Name";"Entity";"Publisher";"Versions - Name";"Number of installations"
"LibreOffice";"Town hall";"The Document Foundation";"24.8.4.2";"41"
`
const OCS = `Nom du logiciel;Quantité;\r\nLibreOffice 24.8.4.2;41;\r\nLibreOffice 7.6.4.1;3;\r\nMozilla Firefox (x64 fr);12;\r\n`
const OCS_EN = `"Publisher","Name","Version","Nb"\n"Igor Pavlov","7-Zip 24.09 (x64)","24.09","12"\n`

describe('A list of what an organisation uses', () => {
  it('is read as GLPI exports it', async () => {
    const id = await read(GLPI)
    expect(linesOf(id)).toEqual([
      ['LibreOffice', 'matched', 'exact', 'accept', 'libreoffice'],
      ['Mozilla Firefox ESR (x64 fr)', 'matched', 'package', 'accept', 'firefox-esr'],
      ['Microsoft Edge', 'unknown', '', '', ''],
      ['7-Zip 24.09 (x64)', 'matched', 'exact', 'accept', '7-zip'],
      ['LibreOffise', 'ambiguous', 'near', '', ''],
    ])
    const [line] = listImportLines(context, id, { statuses: ['matched'], page: 1 }).items
    expect(line?.fields).toMatchObject({ version: '24.8.4.2', installations: '41' })
  })

  it.each([
    ['GLPI in English', GLPI_EN, ['libreoffice']],
    ['OCS Inventory', OCS, ['libreoffice', 'firefox-esr']],
    ['OCS Inventory in English', OCS_EN, ['7-zip']],
    ['GLPI in Windows-1252', Buffer.from(GLPI, 'latin1'), ['libreoffice', 'firefox-esr', '7-zip']],
    [
      'names alone, one a line',
      'LibreOffice 24.8\n7-Zip 24.09 (x64)\nPaint\n',
      ['libreoffice', '7-zip'],
    ],
    [
      'names and versions without a header',
      'LibreOffice;24.8\n7-Zip;24.09\n',
      ['libreoffice', '7-zip'],
    ],
  ])('is read as %s', async (_name, text, slugs) => {
    const id = await read(text)
    const { items } = listImportLines(context, id, { statuses: ['matched'], page: 1 })
    expect(items.map((item) => item.subject?.key)).toEqual(slugs)
  })

  it('names each software once, with the highest of its versions and all installations', async () => {
    const id = await read(OCS)
    const [line] = listImportLines(context, id, { statuses: ['matched'], page: 1 }).items
    expect(line?.fields).toEqual({ version: '24.8.4.2', installations: '44', lines: '2' })
  })

  it('takes OpenOffice for no LibreOffice, although it is one of its names in search', async () => {
    const id = await read('Logiciel\nApache OpenOffice 4.1.15\nOpenOffice 4\n')
    expect(getImport(context, id).counts.unknown).toBe(2)
  })

  it('leaves an alias of two letters to a person', async () => {
    const id = await read('Logiciel\nLO\n')
    expect(linesOf(id)).toEqual([['LO', 'matched', 'alias', '', 'libreoffice']])
  })

  it('declares what was accepted, as a whole, as the organisation’s own word', async () => {
    const id = await read(GLPI)
    emptyOutbox(context)
    startImport(context, { id, state: 'pilot' })
    await workOn(context.db, context.now, id, LINKS)
    expect(adoptions()).toEqual([
      {
        softwareId: libreoffice,
        state: 'pilot',
        trust: 'confirmed',
        version: '24.8.4.2',
        origin: 'organisation',
      },
      {
        softwareId: firefox,
        state: 'pilot',
        trust: 'confirmed',
        version: '115.6.0',
        origin: 'organisation',
      },
      {
        softwareId: sevenZip,
        state: 'pilot',
        trust: 'confirmed',
        version: '24.09',
        origin: 'organisation',
      },
    ])
    expect(getImport(context, id)).toMatchObject({
      state: 'applied',
      summary: { done: { created: 3, changed: 0, unchanged: 0 } },
    })
    expect(auditOf(context).map((entry) => entry.action)).toContain('adoptions.import')
    expect(new Set(outboxOf(context).map((row) => row.subjectId))).toEqual(
      new Set([libreoffice, firefox, sevenZip]),
    )
    figuresAreRows()
  })

  it('says what is declared already, and changes nothing of it the second time', async () => {
    const first = await read(GLPI)
    startImport(context, { id: first, state: 'production' })
    await workOn(context.db, context.now, first, LINKS)
    const before = adoptions()
    const second = await read(GLPI)
    expect(getImport(context, second)).toMatchObject({
      counts: { present: 3, matched: 0, ambiguous: 1, unknown: 1 },
      accepted: 0,
    })
    expect(() => startImport(context, { id: second, state: 'production' })).toThrow(InvalidInput)
    expect(adoptions()).toEqual(before)
  })

  it('declares what a person chose instead, and nothing of what they dropped', async () => {
    const id = await read(GLPI)
    const near = linesOf(id).findIndex(([label]) => label === 'LibreOffise')
    const { items } = listImportLines(context, id, {
      statuses: ['matched', 'ambiguous', 'unknown'],
      page: 1,
    })
    const outcome = decideImportLines(context, {
      id,
      choices: [
        { line: items[0]?.line ?? 0, choice: 'drop', name: '' },
        { line: items[1]?.line ?? 0, choice: 'drop', name: '' },
        { line: items[2]?.line ?? 0, choice: '', name: '7-zip' },
        { line: items[3]?.line ?? 0, choice: 'drop', name: '' },
        { line: items[near]?.line ?? 0, choice: String(libreoffice), name: '' },
      ],
    })
    expect(outcome).toEqual({ unknown: [] })
    startImport(context, { id, state: 'production' })
    await workOn(context.db, context.now, id, LINKS)
    expect(adoptions().map((row) => row.softwareId)).toEqual([sevenZip, libreoffice])
    figuresAreRows()
  })

  it('says which typed names the catalogue does not have, and refuses what it did not offer', async () => {
    const id = await read(GLPI)
    const decide = (choice: string, name: string) =>
      decideImportLines(context, { id, choices: [{ line: 2, choice, name }] })
    expect(decide('', 'Logiciel inconnu')).toEqual({ unknown: ['Logiciel inconnu'] })
    expect(() => decide(String(firefox), '')).toThrow(InvalidInput)
  })

  it('is one list when it is sent twice, and applied once when two clicks say so', async () => {
    const first = await read(GLPI)
    expect(await read(GLPI)).toBe(first)
    startImport(context, { id: first, state: 'production' })
    startImport(context, { id: first, state: 'production' })
    await workOn(context.db, context.now, first, LINKS)
    await workOn(context.db, context.now, first, LINKS)
    startImport(context, { id: first, state: 'production' })
    expect(auditOf(context).filter((entry) => entry.action === 'adoptions.import')).toHaveLength(1)
  })

  it('is forgotten when it is given up', async () => {
    const id = await read(GLPI)
    dropImport(context, { id })
    expect(getImport(context, id)).toMatchObject({ state: 'dropped', counts: { matched: 0 } })
    expect(() => startImport(context, { id, state: 'production' })).toThrow(Conflict)
    expect(adoptions()).toEqual([])
  })

  it('is refused with why, and its bytes are not kept', async () => {
    const id = await read(Buffer.from('%PDF-1.7'))
    expect(getImport(context, id)).toMatchObject({ state: 'refused', fault: 'pdf' })
    expect(context.db.select().from(importJob).get()?.content).toBeNull()
    const numbers = await read('12;13\n14;15\n')
    expect(getImport(context, numbers).fault).toBe('no-software-column')
  })

  it('is read by members of its organisation alone, and applied by them alone', async () => {
    const id = await read(GLPI)
    const stranger = { ...context, actor: aUser(context) }
    const visitor: Context = { ...context, actor: { kind: 'visitor' } }
    for (const act of [
      (of: Context) => getImport(of, id),
      (of: Context) => listImportLines(of, id, { statuses: ['matched'], page: 1 }),
      (of: Context) => startImport(of, { id, state: 'production' }),
      (of: Context) => dropImport(of, { id }),
      (of: Context) => decideImportLines(of, { id, choices: [] }),
    ]) {
      expect(() => act(stranger)).toThrow(Forbidden)
      expect(() => act(visitor)).toThrow(SignInNeeded)
    }
    expect(() => getImport(context, 4_000)).toThrow(NotFound)
  })

  it('is not applied for someone who has left the organisation meanwhile', async () => {
    const id = await read(GLPI)
    startImport(context, { id, state: 'production' })
    context.db.$client.exec('DELETE FROM membership')
    await workOn(context.db, context.now, id, LINKS)
    const job = context.db.select().from(importJob).where(eq(importJob.id, id)).get()
    expect(job).toMatchObject({ state: 'failed', fault: 'no-right' })
    expect(adoptions()).toEqual([])
  })

  it('waits its turn: at most five at once', () => {
    const send = (n: number) =>
      uploadList(context, {
        kind: 'own',
        organisation: key,
        software: '',
        runs: false,
        fileName: '',
        file: Buffer.from(`Logiciel\nA${n}`),
      })
    for (let n = 0; n < 5; n++) send(n)
    expect(() => send(5)).toThrow(TooMany)
  })
})

describe('The list of package names', () => {
  it('names no package twice, and reads', () => {
    const { exact, beginnings } = readPackageNames()
    expect(exact.size).toBeGreaterThan(100)
    expect(new Set(beginnings.map((item) => item.begins)).size).toBe(beginnings.length)
  })
})
