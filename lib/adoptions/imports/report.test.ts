import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { adoptionEvent } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { publisher } from '#db/schema/software.ts'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { decideImportLines, startImport } from '#lib/adoptions/commands/settle-import.ts'
import { uploadList } from '#lib/adoptions/commands/upload-list.ts'
import { getImport, listImportErrors, listImportLines } from '#lib/adoptions/import-queries.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { seededRandom } from '#lib/importers/demonstration/random.ts'
import {
  anOrganisation,
  aPublisher,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { workOn } from './work-on.ts'

const LINKS = { siteUrl: 'https://mutualibre.example', secret: 's'.repeat(32) }
const ALL = ['matched', 'ambiguous', 'unknown', 'present', 'wrong'] as const
let context: Context
let syndicat: number
let openelec: number
let opencimetiere: number
let communes: number[]

beforeEach(() => {
  context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  openelec = aSoftware(context, { slug: 'openelec', name: 'openElec' })
  opencimetiere = aSoftware(context, {
    slug: 'opencimetiere',
    name: 'openCimetière',
    functions: ['jury-assises'],
  })
  syndicat = anOrganisation(context, {
    siren: '250000015',
    kind: 'syndicat',
    insee: '',
    name: 'Syndicat mixte',
  })
  communes = [
    anOrganisation(context, { siren: '211300017', insee: '13001', name: 'Aix-en-Provence' }),
    anOrganisation(context, { siren: '211300025', insee: '13002', name: 'Saint-Denis' }),
    anOrganisation(context, {
      siren: '211300033',
      insee: '13003',
      name: 'Alleins',
      aliases: [{ kind: 'former-code', code: '13900', name: 'Vieux-Alleins' }],
    }),
    anOrganisation(context, {
      siren: '218400018',
      insee: '84001',
      name: 'Saint-Denis',
      departement: '84',
    }),
  ]
  context = { ...context, actor: aUser(context, { memberOf: [syndicat] }) }
})

async function read(
  text: string,
  options: { software?: string; runs?: boolean; organisation?: string } = {},
): Promise<number> {
  const { id } = uploadList(context, {
    kind: 'report',
    organisation: options.organisation ?? '250000015',
    software: options.software ?? 'openelec',
    runs: options.runs ?? false,
    fileName: 'communes.csv',
    file: Buffer.from(text),
  })
  await workOn(context.db, context.now, id, LINKS)
  return id
}

async function apply(id: number): Promise<void> {
  startImport(context, { id, state: 'production' })
  await workOn(context.db, context.now, id, LINKS)
}

const statuses = (id: number) =>
  listImportLines(context, id, { statuses: ALL, page: 1 }).items.map((line) => [
    line.status,
    line.certainty,
  ])
const adoptions = () => context.db.select().from(adoption).orderBy(asc(adoption.id)).all()
const figuresAreRows = () => expect(Object.values(compareFigures(context))).toEqual([0, 0, 0, 0, 0])

describe('What a line of a report means', () => {
  it.each([
    ['SIREN\n211300017', 'matched', 'siren'],
    ['N° SIREN\n211 300 017', 'matched', 'siren'],
    ['SIRET\n21130001700017', 'matched', 'siren'],
    ['SIREN\n21130001700017', 'matched', 'siren'],
    ['Code INSEE\n13001', 'matched', 'insee'],
    ['Code commune;Nom\n13001;n’importe quoi', 'matched', 'insee'],
    ['INSEE\n13900', 'matched', 'insee'],
    ['Nom;Département\nAix en Provence;13', 'matched', 'name'],
    ['Collectivité;Dept\nMairie d’AIX-EN-PROVENCE;Bouches du Rhone', 'matched', 'name'],
    ['Commune;Département\nSt Denis;84', 'matched', 'name'],
    ['Name,Department\nVieux-Alleins,13', 'matched', 'name'],
    ['Nom;Département\nSaint-Denis;', 'ambiguous', ''],
    ['Nom;Département\nSaint-Denis;35', 'unknown', 'organisation'],
    ['Nom;Département\nNulle-Part;13', 'unknown', 'organisation'],
    ['Nom;Département\nAix-en-Provence;Atlantide', 'unknown', 'organisation'],
    ['SIREN\n732829320', 'unknown', 'organisation'],
    ['INSEE\n99999', 'unknown', 'organisation'],
    ['SIREN;Nom\n211300018;Aix-en-Provence', 'wrong', 'bad-siren'],
    ['SIRET;Nom\n2113000170001;x', 'wrong', 'bad-siret'],
    ['INSEE;Nom\n1300;x', 'unknown', 'organisation'],
    ['INSEE;Nom\n130011;x', 'wrong', 'bad-insee'],
    ['SIREN;Nom\n2,113E+08;x', 'wrong', 'rounded'],
    ['SIREN;INSEE\n211300017;84001', 'wrong', 'contradiction'],
    ['SIREN;Nom\n;', 'wrong', 'no-key'],
    ['SIREN\n250000015', 'wrong', 'yourself'],
    ['SIREN;État\n211300017;bof', 'wrong', 'bad-state'],
    ['SIREN;Depuis\n211300017;demain', 'wrong', 'bad-since'],
    ['SIREN;Depuis\n211300017;2031', 'wrong', 'bad-since'],
    ['211300017\n211300025', 'matched', 'siren'],
  ])('%j: %s (%s)', async (text, status, certainty) => {
    // A row of separators alone is no line: one with a version is.
    const [header = '', line = ''] = text.split('\n')
    const list = certainty === 'no-key' ? `${header};Version\n${line};1` : text
    const id = await read(list)
    expect(statuses(id)[0]).toEqual([status, certainty])
  })

  it('is told once: the same organisation again is said to be so', async () => {
    const id = await read('SIREN\n211300017\n211300025\n211300017\n')
    expect(statuses(id)).toEqual([
      ['matched', 'siren'],
      ['matched', 'siren'],
      ['wrong', 'twice'],
    ])
  })

  it('names its software where the whole file does not', async () => {
    const id = await read(
      'SIREN;Logiciel\n211300017;openElec\n211300017;Opencimetière 4.1\n211300025;Inconnu\n211300025;\n',
      {
        software: '',
      },
    )
    expect(statuses(id)).toEqual([
      ['matched', 'siren'],
      ['matched', 'siren'],
      ['unknown', 'software'],
      ['wrong', 'no-software'],
    ])
    await apply(id)
    expect(adoptions().map((row) => row.softwareId)).toEqual([openelec, opencimetiere])
    figuresAreRows()
  })

  it('40,000 wrong lines are 40,000 wrong lines', async () => {
    const lines = Array.from({ length: 40_000 }, (_, n) => `${n};n’existe pas ${n}`)
    const id = await read(['SIREN;Nom', ...lines].join('\n'))
    expect(getImport(context, id)).toMatchObject({
      state: 'ready',
      counts: { wrong: 40_000 },
      accepted: 0,
    })
    expect(listImportErrors(context, id)).toHaveLength(40_000)
    expect(listImportLines(context, id, { statuses: ALL, page: 900 })).toMatchObject({ page: 800 })
  })
})

const FILE =
  'SIREN;Version;Depuis;État\n211300017;5.1;2019;\n211300025;;03/2021;pilote\n211300033;;;arrêté\n'

describe('A report', () => {
  it('is recorded at once, as reported, with its history, its figures and one audit entry', async () => {
    emptyOutbox(context)
    const id = await read(FILE, { runs: true })
    await apply(id)
    expect(adoptions()).toMatchObject([
      { organisationId: communes[0], state: 'production', since: '2019', version: '5.1' },
      { organisationId: communes[1], state: 'pilot', since: '2021-03', version: '' },
      { organisationId: communes[2], state: 'stopped', since: '', version: '' },
    ])
    for (const row of adoptions()) {
      expect(row).toMatchObject({
        softwareId: openelec,
        trust: 'reported',
        origin: 'operator',
        reporterId: syndicat,
        operatorId: syndicat,
        confirmedAt: '',
        reportedOn: '2026-01-15',
      })
    }
    expect(getImport(context, id)).toMatchObject({
      state: 'applied',
      summary: { done: { created: 3, changed: 0, unchanged: 0, asked: 0 } },
    })
    const events = context.db.select().from(adoptionEvent).all()
    expect(
      events.map(({ kind, organisationId, userId }) => [kind, organisationId, userId]),
    ).toEqual(adoptions().map(() => ['reported', syndicat, (context.actor as UserActor).id]))
    const entries = auditOf(context).filter((entry) => entry.action === 'adoptions.report')
    expect(entries).toMatchObject([{ subject: String(id), detail: { created: 3 } }])
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: openelec }])
    figuresAreRows()
  })

  it('changes nothing the second time, and says so', async () => {
    await apply(await read(FILE))
    const before = adoptions()
    const again = await read(FILE)
    expect(getImport(context, again)).toMatchObject({
      counts: { present: 3, matched: 0 },
      accepted: 0,
    })
    expect(adoptions()).toEqual(before)
  })

  it('brings its own earlier word up to date, and takes nothing back that it leaves out', async () => {
    await apply(await read(FILE))
    const id = await read(
      'SIREN;Version;État\n211300017;6.0;\n211300025;;production\n211300033;;arrêté\n',
    )
    expect(statuses(id)).toEqual([
      ['matched', 'update'],
      ['matched', 'update'],
      ['present', 'siren'],
    ])
    await apply(id)
    expect(adoptions()).toMatchObject([
      { state: 'production', since: '2019', version: '6.0', revision: 2 },
      { state: 'production', since: '2021-03', version: '', revision: 2 },
      { state: 'stopped', revision: 1 },
    ])
    const changes = context.db
      .select({ changes: adoptionEvent.changes })
      .from(adoptionEvent)
      .where(eq(adoptionEvent.kind, 'changed'))
      .orderBy(asc(adoptionEvent.adoptionId))
      .all()
    expect(changes).toEqual([
      { changes: { version: ['5.1', '6.0'] } },
      { changes: { state: ['pilot', 'production'] } },
    ])
    figuresAreRows()
  })

  it('never touches what the organisation itself said, even between the look and the word', async () => {
    const id = await read(FILE)
    const agent = aUser(context, { memberOf: [communes[0] ?? 0] })
    declareAdoption(
      { ...context, actor: agent },
      { organisation: '211300017', software: 'openelec', state: 'evaluating' },
    )
    await apply(id)
    expect(adoptions()[0]).toMatchObject({
      state: 'evaluating',
      trust: 'confirmed',
      origin: 'organisation',
    })
    expect(adoptions()).toHaveLength(3)
    expect(getImport(context, id).summary.done).toMatchObject({ created: 2, unchanged: 1 })
    figuresAreRows()
  })

  it('asks each organisation that has members to confirm, in one mail', async () => {
    const agent = aUser(context, { memberOf: [communes[0] ?? 0], email: 'agent@aix.example' })
    const id = await read(
      'SIREN;Logiciel\n211300017;openElec\n211300017;openCimetière\n211300025;openElec\n',
      { software: '' },
    )
    await apply(id)
    const mails = context.db.select().from(mailMessage).all()
    expect(mails).toMatchObject([
      { recipient: 'agent@aix.example', userId: agent.id, kind: 'confirm-reported' },
    ])
    expect(mails[0]?.body).toContain('openElec')
    expect(mails[0]?.body).toContain('openCimetière')
    expect(mails[0]?.body).toContain('https://mutualibre.example/reconfirmer?jeton=')
    expect(getImport(context, id).summary.done).toMatchObject({ created: 3, asked: 1 })
  })

  it('records the organisation that a person chose among several', async () => {
    const id = await read('Nom;Département\nSaint-Denis;\n')
    decideImportLines(context, {
      id,
      choices: [{ line: 2, choice: String(communes[3]), name: '' }],
    })
    await apply(id)
    expect(adoptions()).toMatchObject([{ organisationId: communes[3], state: 'production' }])
    figuresAreRows()
  })

  it('is the publisher’s word on what the organisation publishes, whatever its kind', async () => {
    const commune = communes[3] ?? 0
    context = { ...context, actor: aUser(context, { memberOf: [commune] }) }
    const options = { organisation: '218400018' }
    await expect(read(FILE, options)).rejects.toThrow(Forbidden)
    await expect(
      read('SIREN;Logiciel\n211300017;openElec', { ...options, software: '' }),
    ).rejects.toThrow(Forbidden)
    aPublisher({ ...context, actor: { kind: 'operator', name: 'test' } })
    context.db.update(publisher).set({ organisationId: commune }).run()
    await apply(await read(FILE, options))
    expect(adoptions()[0]).toMatchObject({
      origin: 'publisher',
      reporterId: commune,
      operatorId: null,
    })
    figuresAreRows()
  })

  it('is not for someone of another organisation', async () => {
    context = { ...context, actor: aUser(context, { memberOf: communes }) }
    await expect(read(FILE)).rejects.toThrow(Forbidden)
  })

  it('keeps the figures equal to the rows through many reports of all kinds', async () => {
    const random = seededRandom(4)
    const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const sirens = ['211300017', '211300025', '211300033', '218400018']
    for (let round = 0; round < 25; round++) {
      const lines = Array.from(
        { length: 4 },
        () =>
          `${one(sirens)};${one(['openElec', 'openCimetière'])};${one(['', 'pilote', 'arrêté', 'évaluation'])};${one(['', '2018', '2021'])};${one(['', '5'])}`,
      )
      const text = ['SIREN;Logiciel;État;Depuis;Version', ...lines].join('\n')
      const id = await read(text, { software: '' })
      if (getImport(context, id).accepted > 0) await apply(id)
      figuresAreRows()
    }
    expect(adoptions().length).toBeGreaterThan(5)
  })
})
