import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { adoption } from '#db/schema/adoptions.ts'
import { listedName, nameDecision, nameList } from '#db/schema/names.ts'
import { publisherEvent } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteAccount } from '#lib/accounts/commands/my-account.ts'
import { myData } from '#lib/accounts/my-account.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import {
  anAdoption,
  aPublisher,
  aSoftware,
  aUser,
  publisherIdOf,
  SOURCE,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { A_COMMIT, aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { aRegister } from '#lib/testing/names.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { acceptNames } from './commands/accept-names.ts'
import { addNameList, removeNameList } from './commands/add-list.ts'
import { decideNames } from './commands/decide-names.ts'
import { keepNamesOfReadingIn } from './commands/keep-names-of-reading.ts'
import { keepUsedByIn } from './commands/keep-used-by.ts'
import { getNames, listNames } from './queries.ts'
import type { NameView } from './schema.ts'

const FILE = {
  url: 'https://forge.example.org/openexemple/blob/main/publiccode.yml',
  title: 'publiccode.yml d’openExemple',
  date: '2025-11-03',
}
const NAMES = [
  'Ville de Boé',
  'Saint-Denis',
  'Besançon',
  'Rumilly (Mairie et Communauté de Communes)',
  'DÉMO collectivité',
  'Mairie du Havre',
]

let server: Context
let context: Context
let idOf: ReturnType<typeof aRegister>
let softwareId: number

beforeEach(() => {
  server = makeTestContext()
  someFunctions(server)
  idOf = aRegister(server)
  softwareId = aSoftware(server)
  context = {
    ...server,
    actor: aUser(server, { publisherMemberOf: [publisherIdOf(server)] }),
  }
})

const keep = (names: readonly string[], source = FILE) =>
  inTransaction(server.db, (tx) => keepUsedByIn(tx, server, softwareId, names, source))

const overview = () => getNames(context, 'openexemple')
const listId = () => overview().lists[0]?.id ?? 0
const shown = (view: NameView, page = 1) =>
  listNames(context, 'openexemple', { list: listId(), view, page })
const nameRow = (name: string) => {
  const row = server.db.select().from(listedName).where(eq(listedName.name, name)).get()
  if (!row) throw new Error(`no name ${name}`)
  return row
}
const decide = (...choices: Array<[name: string, choice: string | number]>) =>
  decideNames(context, {
    software: 'openexemple',
    choices: choices.map(([name, choice]) => ({ id: nameRow(name).id, choice: String(choice) })),
  })
const accept = (what: 'surs' | 'sans', shownThen: number) =>
  acceptNames(context, { software: 'openexemple', list: listId(), what, shown: shownThen })
const adoptions = () => server.db.select().from(adoption).all()
const adoptionOf = (organisationId: number) =>
  adoptions().find((row) => row.organisationId === organisationId)
const events = () => server.db.select().from(publisherEvent).all()
const wrongFigures = () => Object.values(compareFigures(server)).reduce((sum, n) => sum + n, 0)

describe('the names of a publiccode.yml', () => {
  it('wait for a person, each by what it may mean', () => {
    expect(keep(NAMES)).toMatchObject({ added: 6, gone: 0, beyond: 0 })

    expect(overview()).toMatchObject({
      names: 6,
      counts: { surs: 2, douteux: 3, sans: 1, decides: 0, disparus: 0 },
      lists: [{ kind: 'used-by', source: FILE }],
    })
    expect(adoptions()).toEqual([])
  })

  it('change nothing when they come again, whatever the date of the file', () => {
    keep(NAMES)
    const before = contentsOf(server)

    expect(keep(NAMES, { ...FILE, date: '2025-12-01' })).toMatchObject({
      added: 0,
      gone: 0,
      back: 0,
    })

    expect(contentsOf(server)).toEqual(before)
  })

  it('are read once each, however often they stand in the file', () => {
    keep(['Ville de Boé', 'VILLE DE BOÉ ', '  ville de boe', '---', '42'])

    expect(overview().names).toBe(1)
  })

  it('are read up to a bound, which is said', () => {
    const many = Array.from({ length: 10_020 }, (_, at) => `Organisme numéro ${at}`)

    expect(keep(many)).toMatchObject({ added: 10_000, beyond: 20 })

    expect(overview().lists[0]).toMatchObject({ names: 10_000, full: true })
  })

  it('come with a harvest, under the address of the file at its commit', () => {
    const read = (usedBy: string[] | undefined, corrected: string | null = '') => {
      const reading = aRepositoryReading({
        address: 'https://gitlab.adullact.net/openexemple/openexemple.git',
        publiccode: aPubliccode(usedBy ? { usedBy } : {}, { corrected }),
      })
      inTransaction(server.db, (tx) => keepNamesOfReadingIn(tx, server, softwareId, reading))
    }
    read(NAMES)

    expect(overview().lists).toMatchObject([
      {
        names: 6,
        source: {
          title: 'publiccode.yml (usedBy)',
          url: `https://gitlab.adullact.net/openexemple/openexemple/-/blob/${A_COMMIT}/publiccode.yml`,
          date: '2026-01-10',
        },
      },
    ])
    // A file that cannot be read says nothing of who has left it; one without the key does.
    read(undefined, null)
    expect(overview().names).toBe(6)
    read(undefined)
    expect(overview().names).toBe(0)
  })

  it('make no list of a file that names nobody', () => {
    expect(keep([])).toMatchObject({ listId: null })

    expect(overview().lists).toEqual([])
  })
})

describe('what is sure', () => {
  it('is accepted as a whole, and becomes reported uses with their source and date', () => {
    keep(NAMES)
    emptyOutbox(server)

    expect(accept('surs', 2)).toMatchObject({ kept: 2, reported: 2 })

    expect(adoptionOf(idOf('Boé'))).toMatchObject({
      state: 'production',
      trust: 'reported',
      origin: 'publisher',
      reportedOn: '2025-11-03',
      revision: 1,
    })
    expect(adoptions()).toHaveLength(2)
    expect(wrongFigures()).toBe(0)
    expect(outboxOf(server)).toContainEqual({ kind: 'software', subjectId: softwareId })
    expect(events()).toMatchObject([
      { kind: 'adoption-reported', softwareId, detail: { count: 2, list: 'used-by' } },
    ])
    expect(auditOf(server).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['adoptions.report-users', 'names.decide']),
    )
    expect(overview().counts).toMatchObject({ surs: 0, decides: 2 })
    expect(nameRow('Ville de Boé')).toMatchObject({ state: 'kept', how: 'exact' })
  })

  it('is not accepted when it is not what the page showed', () => {
    keep(NAMES)
    const before = contentsOf(server)

    expect(() => accept('surs', 1)).toThrow(expect.objectContaining({ code: 'conflict' }))

    expect(contentsOf(server)).toEqual(before)
  })

  it('does nothing more when it is accepted twice', () => {
    keep(NAMES)
    accept('surs', 2)
    const before = contentsOf(server)

    expect(accept('surs', 2)).toMatchObject({ kept: 0, reported: 0 })

    expect(contentsOf(server)).toEqual(before)
  })
})

describe('what is doubtful', () => {
  it('is shown with whom it may mean, and why', () => {
    keep(NAMES)

    expect(shown('douteux').items).toMatchObject([
      {
        name: 'Saint-Denis',
        reasons: ['homonyms'],
        departements: 2,
        candidates: [
          { departement: '974', departementName: 'La Réunion', population: 156_000 },
          { departement: '93', kind: 'commune', siren: expect.any(String) },
        ],
      },
      { name: 'Besançon', reasons: ['city-and-group'] },
      { name: NAMES[3], reasons: ['several'] },
    ])
  })

  it('is what a person says that it is', () => {
    keep(NAMES)

    expect(
      decide(
        ['Saint-Denis', idOf('Saint-Denis', '93')],
        ['Besançon', 'leave'],
        ['DÉMO collectivité', 'not'],
      ),
    ).toMatchObject({ kept: 1, reported: 1, left: 1, not: 1 })

    expect(adoptions()).toMatchObject([{ organisationId: idOf('Saint-Denis', '93') }])
    expect(wrongFigures()).toBe(0)
    expect(overview().counts).toMatchObject({ douteux: 1, sans: 0, decides: 3 })
  })

  it('is several organisations where it is two in one', () => {
    keep(NAMES)
    const both = [idOf('Rumilly', '74'), idOf('Communauté de communes Rumilly Terre de Savoie')]

    expect(decide([NAMES[3] ?? '', both.join(',')])).toMatchObject({ kept: 1, reported: 2 })

    expect(
      adoptions()
        .map((row) => row.organisationId)
        .sort(),
    ).toEqual(both.sort())
    expect(server.db.select().from(nameDecision).all()).toEqual([])
    // Undone, the name waits once.
    for (const row of server.db
      .select()
      .from(listedName)
      .where(eq(listedName.state, 'kept'))
      .all()) {
      decideNames(context, { software: 'openexemple', choices: [{ id: row.id, choice: 'open' }] })
    }
    expect(adoptions()).toEqual([])
    expect(overview().names).toBe(6)
  })

  it('changes nothing when it is said twice', () => {
    keep(NAMES)
    decide(['Saint-Denis', idOf('Saint-Denis', '93')], ['Besançon', 'leave'])
    const before = contentsOf(server)

    decide(['Saint-Denis', idOf('Saint-Denis', '93')], ['Besançon', 'leave'])

    expect(contentsOf(server)).toEqual(before)
  })

  it('is no organisation that the register lacks', () => {
    keep(NAMES)

    expect(() => decide(['Besançon', 999_999])).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    )
  })
})

describe('a decision', () => {
  it('is remembered for the same name in any list, by any publisher', () => {
    keep(NAMES)
    decide(['Saint-Denis', idOf('Saint-Denis', '93')], ['DÉMO collectivité', 'not'])
    aPublisher(server, { slug: 'autre', name: 'Autre éditeur' })
    aSoftware(server, { slug: 'autre-logiciel', name: 'Autre logiciel', publisher: 'autre' })
    const other: Context = {
      ...server,
      actor: aUser(server, { publisherMemberOf: [publisherIdOf(server, 'autre')] }),
    }
    const { id } = addNameList(other, {
      software: 'autre-logiciel',
      kind: 'spreadsheet',
      address: '',
      title: 'Nos clients',
      date: '2026-01',
      names: ['SAINT-DENIS', 'demo collectivité'],
    })

    const { items } = listNames(other, 'autre-logiciel', { list: id, view: 'surs', page: 1 })

    expect(items).toMatchObject([
      { remembered: true, meant: { id: idOf('Saint-Denis', '93') } },
      { remembered: true, meant: null },
    ])
    expect(
      acceptNames(other, { software: 'autre-logiciel', list: id, what: 'surs', shown: 2 }),
    ).toMatchObject({ kept: 1, not: 1, reported: 1 })
    expect(adoptions().at(-1)).toMatchObject({ reportedOn: '2026-01', trust: 'reported' })
  })

  it('is not passed on as sure where the register says otherwise', () => {
    keep(NAMES)
    decide(['Ville de Boé', idOf('Arles')])
    const { id } = addNameList(context, {
      software: 'openexemple',
      kind: 'spreadsheet',
      address: '',
      title: 'Nos clients',
      date: '2026-01',
      names: ['Ville de Boé'],
    })

    expect(
      listNames(context, 'openexemple', { list: id, view: 'douteux', page: 1 }).items,
    ).toMatchObject([{ remembered: true, meant: { name: 'Arles' }, candidates: [{ name: 'Boé' }] }])
  })

  it('can be changed: the use goes from one organisation to the other', () => {
    keep(NAMES)
    decide(['Saint-Denis', idOf('Saint-Denis', '93')])

    decide(['Saint-Denis', idOf('Saint-Denis', '974')])

    expect(adoptions()).toMatchObject([{ organisationId: idOf('Saint-Denis', '974') }])
    expect(server.db.select().from(nameDecision).all()).toMatchObject([
      { organisationId: idOf('Saint-Denis', '974') },
    ])
    expect(wrongFigures()).toBe(0)
  })

  it('can be undone: nothing of it stays', () => {
    keep(NAMES)
    const before = { figures: compareFigures(server), counts: overview().counts }
    decide(['Saint-Denis', idOf('Saint-Denis', '93')], ['DÉMO collectivité', 'not'])

    expect(decide(['Saint-Denis', 'open'], ['DÉMO collectivité', 'open'])).toMatchObject({
      undone: 2,
    })

    expect(adoptions()).toEqual([])
    expect(server.db.select().from(nameDecision).all()).toEqual([])
    expect({ figures: compareFigures(server), counts: overview().counts }).toEqual(before)
  })

  it('leaves alone what somebody else said of the same use, before or since', () => {
    keep(NAMES)
    const boe = idOf('Boé')
    reportAdoptions(server, [anAdoption(softwareId, boe, { version: '3' })])

    expect(accept('surs', 2)).toMatchObject({ kept: 2, reported: 1 })
    expect(adoptionOf(boe)).toMatchObject({ origin: 'document', version: '3', since: '2019' })

    expect(decide(['Ville de Boé', 'open'])).toMatchObject({ undone: 1, stayed: 1 })
    expect(adoptionOf(boe)).toMatchObject({ version: '3' })
  })

  it('does not take back what the organisation has confirmed meanwhile', () => {
    keep(NAMES)
    decide(['Saint-Denis', idOf('Saint-Denis', '93')])
    server.db
      .update(adoption)
      .set({ trust: 'confirmed', origin: 'organisation', revision: 2 })
      .run()

    expect(decide(['Saint-Denis', 'open'])).toMatchObject({ undone: 1, stayed: 1 })

    expect(adoptions()).toHaveLength(1)
  })
})

describe('what somebody handed in and decided', () => {
  it('is in the file of their own data, and names nobody once their account is gone', () => {
    keep(NAMES)
    addNameList(context, {
      software: 'openexemple',
      kind: 'spreadsheet',
      address: '',
      title: 'Nos clients',
      date: '2026-01',
      names: ['Arles'],
    })
    decide(['Saint-Denis', idOf('Saint-Denis', '93')])

    expect(myData(context).names).toMatchObject({
      lists: [{ software: 'openexemple', title: 'Nos clients' }],
      decisions: [{ name: 'Saint-Denis', decision: 'kept' }],
    })
    deleteAccount(context, { confirmation: 'SUPPRIMER' })

    expect(nameRow('Saint-Denis')).toMatchObject({ state: 'kept', decidedBy: null })
    expect(server.db.select().from(nameDecision).all()).toMatchObject([{ decidedBy: null }])
  })
})

describe('a name that is gone from its list', () => {
  it('ends no use by itself: a person is asked', () => {
    keep(NAMES)
    accept('surs', 2)

    expect(keep(NAMES.filter((name) => name !== 'Ville de Boé'))).toMatchObject({ gone: 1 })

    expect(adoptionOf(idOf('Boé'))).toMatchObject({ state: 'production' })
    expect(shown('disparus').items).toMatchObject([
      { name: 'Ville de Boé', meant: { name: 'Boé' } },
    ])
    expect(decide(['Ville de Boé', 'end'])).toMatchObject({ ended: 1 })
    expect(adoptionOf(idOf('Boé'))).toMatchObject({ state: 'stopped', trust: 'reported' })
    expect(overview().counts.disparus).toBe(0)
    expect(wrongFigures()).toBe(0)
  })

  it('may only have left the list, not the software', () => {
    keep(NAMES)
    accept('surs', 2)
    keep([])

    decide(['Ville de Boé', 'keep'])

    expect(adoptionOf(idOf('Boé'))).toMatchObject({ state: 'production' })
    expect(overview().counts.disparus).toBe(1)
  })

  it('is what it was when it comes back', () => {
    keep(NAMES)
    accept('surs', 2)
    keep([])

    expect(keep(NAMES)).toMatchObject({ back: 6, added: 0 })

    expect(overview().counts).toMatchObject({ decides: 2, disparus: 0 })
  })
})

describe('a list that is handed in', () => {
  const add = (overrides: Partial<Parameters<typeof addNameList>[1]> = {}) =>
    addNameList(context, {
      software: 'openexemple',
      kind: 'page',
      address: 'https://editeur.example.org/references',
      title: '',
      date: '',
      names: ['- Ville de Boé', '2. Mairie du Havre', ''],
      ...overrides,
    })

  it('keeps its address, its title and its date', () => {
    add()

    expect(overview().lists).toMatchObject([
      {
        kind: 'page',
        names: 2,
        source: { url: 'https://editeur.example.org/references', date: '2026-01-15' },
      },
    ])
    expect(shown('surs').items.map(({ name }) => name)).toEqual(['Ville de Boé', 'Mairie du Havre'])
  })

  it('is brought up to date when it comes again from the same address', () => {
    const { id } = add()

    expect(add({ names: ['Ville de Boé', 'Arles'] })).toMatchObject({ id, added: 1, gone: 1 })
    const before = contentsOf(server)
    add({ names: ['Ville de Boé', 'Arles'] })

    expect(contentsOf(server)).toEqual(before)
  })

  it.each([
    [{ address: '' }, 'address', 'address-missing'],
    [{ address: 'javascript:alert(1)' }, 'address', 'address-wrong'],
    [{ date: 'hier' }, 'date', 'date-wrong'],
    [{ date: '2027' }, 'date', 'date-future'],
    [{ names: ['', '---'] }, 'names', 'names-missing'],
    [{ names: Array.from({ length: 10_001 }, (_, at) => `Nom ${at}`) }, 'names', 'names-many'],
  ])('is refused with what is wrong: %j', (overrides, field, message) => {
    expect(() => add(overrides)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: [field], message })] }),
    )
    expect(server.db.select().from(nameList).all()).toEqual([])
  })

  it('can be removed as long as nothing was kept of it', () => {
    const { id } = add()
    accept('surs', 2)
    const remove = () => removeNameList(context, { software: 'openexemple', list: id })

    expect(remove).toThrow(expect.objectContaining({ code: 'conflict' }))
    decide(['Ville de Boé', 'open'], ['Mairie du Havre', 'open'])
    remove()

    expect(overview().lists).toEqual([])
  })
})

describe('an entry that is merged into another', () => {
  it('brings its lists along, with what was decided', () => {
    keep(NAMES)
    accept('surs', 2)
    const into = aSoftware(server, { slug: 'autre', name: 'Autre' })
    reportAdoptions(server, [anAdoption(into, idOf('Boé'))])
    inTransaction(server.db, (tx) =>
      keepUsedByIn(tx, server, into, ['Arles', 'Saint-Denis'], {
        ...SOURCE,
        url: 'https://autre.example.org',
      }),
    )
    const moderator: Context = { ...server, actor: aUser(server, { roles: ['moderator'] }) }

    mergeSoftware(moderator, {
      fromSlug: 'openexemple',
      intoSlug: 'autre',
      why: 'Le même logiciel.',
    })

    const merged = getNames(moderator, 'autre')
    expect(merged).toMatchObject({ names: 7, counts: { decides: 2 } })
    expect(merged.lists).toHaveLength(1)
    const kept = server.db.select().from(listedName).where(eq(listedName.state, 'kept')).all()
    expect(kept.map((row) => row.adoptionId)).not.toContain(null)
    expect(server.db.select().from(software).all()).toHaveLength(1)
    expect(wrongFigures()).toBe(0)
  })
})
