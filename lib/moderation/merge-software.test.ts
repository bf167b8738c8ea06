import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { adoptionDetail, adoptionEvent, softwareRedirect } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { software, softwareFact } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { declareIn } from '#lib/adoptions/commands/declare-in.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, InvalidInput } from '#lib/errors.ts'
import { seededRandom } from '#lib/importers/demonstration/random.ts'
import { mapAdoptions } from '#lib/importers/reference/map.ts'
import { knownReferences } from '#lib/importers/reference/references.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { searchEngine } from '#lib/search/queries.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { countSoftware, getSoftwareCard } from '#lib/software/queries.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { NO_FACET_WANTED } from '#lib/software/schema.ts'
import {
  anAdoption,
  anEntry,
  anOrganisation,
  aSoftware,
  aUser,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { mergeSoftware, proposeMerge } from './commands/merge-software.ts'
import { settleCase } from './commands/settle-case.ts'

const WHY = 'C’est le même logiciel, sous son ancien nom.'
const OLD = { slug: 'openvieux', name: 'openVieux', functions: ['jury-assises'] }

/** A catalogue with two entries of one software, and a moderator who knows it. */
function twoEntries() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  const from = aSoftware(server, { ...OLD, aliases: ['Vieil outil'] })
  const into = aSoftware(server)
  const moderator: Context = { ...server, actor: aUser(server, { roles: ['moderator'] }) }
  const merge = () =>
    mergeSoftware(moderator, { fromSlug: OLD.slug, intoSlug: 'openexemple', why: WHY })
  return { server, moderator, from, into, merge }
}

const usersOf = (context: Context, softwareId: number) =>
  context.db
    .select()
    .from(adoption)
    .where(eq(adoption.softwareId, softwareId))
    .orderBy(adoption.organisationId)
    .all()

async function found(context: Context, q: string): Promise<number[]> {
  drainSearchOutbox(context)
  const page = { wanted: NO_FACET_WANTED, near: null, offset: 0, limit: 20, facets: false }
  const answer = await searchEngine(context).search({
    q,
    software: { ...page, sort: 'pertinence' },
    organisations: 0,
    functions: 0,
  })
  return answer.software.ids
}

describe('two entries of one software, merged,', () => {
  it('are one entry, which the old address and the old names lead to', async () => {
    const { server, from, into, merge } = twoEntries()
    expect(countSoftware(server)).toBe(2)
    emptyOutbox(server)

    merge()

    expect(countSoftware(server)).toBe(1)
    expect(resolveSoftwareSlug(server.db, OLD.slug)).toEqual({ id: into, slug: 'openexemple' })
    expect(outboxOf(server)).toEqual(
      expect.arrayContaining([
        { kind: 'software', subjectId: from },
        { kind: 'software', subjectId: into },
      ]),
    )
    expect(await found(server, 'openVieux')).toEqual([into])
    expect(await found(server, 'vieil outil')).toEqual([into])
    expect(getSoftwareCard(server, 'openexemple')?.functions.map(({ slug }) => slug)).toEqual([
      'listes-electorales',
      'jury-assises',
    ])
    expect(compareFigures(server)).toEqual(allZero(server))
  })

  it('keep every adoption: those of either move, those of both become one', () => {
    const { server, from, into, merge } = twoEntries()
    const [only, other, both] = [
      anOrganisation(server),
      anOrganisation(server),
      anOrganisation(server),
    ]
    reportAdoptions(server, [
      anAdoption(from, only),
      anAdoption(into, other),
      anAdoption(from, both, { version: '2', reportedOn: '2025' }),
      anAdoption(into, both, { state: 'pilot', since: '2021', reportedOn: '2023' }),
    ])

    merge()

    expect(usersOf(server, into).map((row) => row.organisationId)).toEqual([only, other, both])
    const [, , joined] = usersOf(server, into)
    expect(joined).toMatchObject({ state: 'production', since: '2019', version: '2' })
    expect(compareFigures(server)).toEqual(allZero(server))
    expect(auditOf(server).find(({ action }) => action === 'software.merge')).toMatchObject({
      subject: OLD.slug,
      detail: { into: 'openexemple', moved: 1, joined: 1, why: WHY },
    })
  })

  it('let the organisation’s own word count before a later report, and say what the other said', () => {
    const { server, from, into, merge } = twoEntries()
    const commune = anOrganisation(server)
    const agent = aUser(server, { memberOf: [commune] })
    const declaration = { state: 'pilot', users: '12', note: 'Au service population' }
    inTransaction(server.db, (tx) =>
      declareIn(
        tx,
        { ...server, actor: agent },
        {
          softwareId: from,
          organisationId: commune,
          userId: agent.id,
          declaration,
        },
      ),
    )
    reportAdoptions(server, [anAdoption(into, commune, { version: '7', reportedOn: '2030' })])

    merge()

    const [row] = usersOf(server, into)
    expect(row).toMatchObject({
      state: 'pilot',
      trust: 'confirmed',
      origin: 'organisation',
      version: '7',
    })
    const id = row?.id ?? 0
    expect(
      server.db.select().from(adoptionDetail).where(eq(adoptionDetail.adoptionId, id)).get(),
    ).toMatchObject({ users: 12, note: 'Au service population' })
    const history = server.db
      .select({ kind: adoptionEvent.kind, changes: adoptionEvent.changes })
      .from(adoptionEvent)
      .where(eq(adoptionEvent.adoptionId, id))
      .all()
    expect(history.map(({ kind }) => kind)).toEqual(['declared', 'merged'])
    expect(history.at(-1)?.changes).toMatchObject({
      software: [OLD.slug, 'openexemple'],
      state: ['production', 'pilot'],
      trust: ['reported', 'confirmed'],
    })
  })

  it('take the redirects of the old one with them, and the proposals to merge into it', () => {
    const { server, moderator, into, merge } = twoEntries()
    aSoftware(server, { slug: 'tres-vieux', name: 'Très vieux' })
    aSoftware(server, { slug: 'encore-un', name: 'Encore un' })
    mergeSoftware(moderator, { fromSlug: 'tres-vieux', intoSlug: OLD.slug, why: WHY })
    const { caseId } = proposeMerge(moderator, {
      fromSlug: 'encore-un',
      intoSlug: OLD.slug,
      why: WHY,
    })

    merge()
    settleCase(moderator, { caseId, accepted: true, reason: WHY })

    const redirects = server.db.select().from(softwareRedirect).orderBy(softwareRedirect.slug).all()
    expect(redirects).toEqual(
      ['encore-un', OLD.slug, 'tres-vieux'].map((slug) => ({ slug, softwareId: into })),
    )
  })

  it('stay one when the reference data is loaded again', () => {
    const { server, into, merge } = twoEntries()
    const commune = anOrganisation(server, { siren: '210100012' })
    const fact = { fr: 'Un fait sur le vieil outil', en: 'A fact on the old tool', source: 's1' }
    const files = [
      { slug: OLD.slug, entry: anEntry({ ...OLD, facts: [fact] }) },
      { slug: 'openexemple', entry: anEntry() },
    ]
    importSoftware(server, files)
    merge()
    const before = server.db.select().from(software).all()

    const report = importSoftware(server, files)

    expect(report).toMatchObject({ created: [], unchanged: ['openexemple'], merged: [OLD.slug] })
    expect(server.db.select().from(software).all()).toEqual(before)
    const changed = { ...anEntry(), summary: { fr: 'Un autre résumé', en: 'Another summary' } }
    importSoftware(server, [{ slug: 'openexemple', entry: changed }])
    expect(server.db.select().from(software).get()).toMatchObject({
      summaryFr: 'Un autre résumé',
      aliases: ['openVieux'],
    })
    expect(server.db.select().from(softwareFact).all()).toHaveLength(1)

    const line = { siren: '210100012', state: 'production' as const, source: 's1' }
    const known = knownReferences(
      server.db,
      { loaded: [], software: null, dangling: [] },
      new Map(),
    )
    const rows = mapAdoptions(
      {
        adoptions: [
          { ...line, software: OLD.slug, reported_on: '2025' },
          { ...line, software: 'openexemple', reported_on: '2020' },
        ],
        facts: [],
        sources: [{ id: 's1', ...SOURCE }],
      },
      known,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      softwareId: into,
      organisationId: commune,
      reportedOn: '2025',
    })
  })
})

describe('a merge is refused, and changes nothing,', () => {
  it.each([
    ['of an entry that is not there', { fromSlug: 'nul', intoSlug: 'openexemple' }, InvalidInput],
    ['into an entry that is not there', { fromSlug: OLD.slug, intoSlug: 'nul' }, InvalidInput],
    ['of an entry into itself', { fromSlug: OLD.slug, intoSlug: OLD.slug }, InvalidInput],
  ])('%s', (_what, slugs, error) => {
    const { server, moderator } = twoEntries()
    const before = contentsOf(server)

    expect(() => mergeSoftware(moderator, { ...slugs, why: WHY })).toThrow(error)
    expect(contentsOf(server)).toEqual(before)
  })

  it('to whoever is no moderator', () => {
    const { server } = twoEntries()
    const before = contentsOf(server)
    const context = { ...server, actor: aUser(server) }

    expect(() =>
      mergeSoftware(context, { fromSlug: OLD.slug, intoSlug: 'openexemple', why: WHY }),
    ).toThrow(Forbidden)
    expect({ ...contentsOf(server), user: [] }).toEqual({ ...before, user: [] })
  })

  it('while the same waits for a decision, and once it has been made', () => {
    const { moderator, merge } = twoEntries()
    const asked = { fromSlug: OLD.slug, intoSlug: 'openexemple', why: WHY }
    const { caseId } = proposeMerge(moderator, asked)
    expect(merge).toThrow(Conflict)

    settleCase(moderator, { caseId, accepted: true, reason: WHY })

    expect(merge).toThrow(InvalidInput)
  })

  it('halfway: what fails at the end leaves nothing of the beginning', () => {
    const { server, from, merge } = twoEntries()
    reportAdoptions(server, [anAdoption(from, anOrganisation(server))])
    const before = contentsOf(server)
    server.db.run(sql`CREATE TEMP TRIGGER cut BEFORE INSERT ON software_redirect
      BEGIN SELECT RAISE(ABORT, 'cut'); END`)

    expect(merge).toThrow(/cut/)
    expect(contentsOf(server)).toEqual(before)
  })
})

const allZero = (context: Context) =>
  Object.fromEntries(Object.keys(compareFigures(context)).map((table) => [table, 0]))

it.each([1, 2, 3, 4, 5, 6])(
  'no organisation is lost, whatever both entries hold (seed %i)',
  (seed) => {
    const random = seededRandom(seed)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const { server, from, into, merge } = twoEntries()
    const third = aSoftware(server, { slug: 'autre', name: 'Autre', functions: ['jury-assises'] })
    const organisations = Array.from({ length: 30 }, () => anOrganisation(server))
    const expected = new Set<number>()
    for (const organisationId of organisations) {
      for (const softwareId of [from, into, third]) {
        if (random() < 0.4) continue
        if (softwareId !== third) expected.add(organisationId)
        if (random() < 0.5) {
          const line = anAdoption(softwareId, organisationId, {
            state: pick(['evaluating', 'pilot', 'production', 'stopped']),
            trust: pick(['reported', 'confirmed', 'to-reconfirm', 'contested']),
            reportedOn: pick(['2019', '2024-05', '2025-01-02']),
          })
          reportAdoptions(server, [line])
        } else {
          const agent = aUser(server, { memberOf: [organisationId] })
          const declaration = { state: pick(['pilot', 'production', 'stopped']), users: '5' }
          inTransaction(server.db, (tx) =>
            declareIn(
              tx,
              { ...server, actor: agent },
              {
                softwareId,
                organisationId,
                userId: agent.id,
                declaration,
              },
            ),
          )
        }
      }
    }
    const own = new Set(
      server.db
        .select()
        .from(adoption)
        .where(and(eq(adoption.origin, 'organisation'), sql`software_id IN (${from}, ${into})`))
        .all()
        .map((row) => row.organisationId),
    )
    const events = server.db.$count(adoptionEvent)

    merge()

    const rows = usersOf(server, into)
    expect(new Set(rows.map((row) => row.organisationId))).toEqual(expected)
    expect(rows).toHaveLength(expected.size)
    for (const row of rows) {
      if (own.has(row.organisationId)) expect(row.origin).toBe('organisation')
    }
    expect(usersOf(server, from)).toEqual([])
    expect(compareFigures(server)).toEqual(allZero(server))
    return events.then((before) =>
      expect(server.db.$count(adoptionEvent)).resolves.toBeGreaterThanOrEqual(before),
    )
  },
)
