import { describe, expect, it } from 'vitest'
import { application, applicationAnswer, applicationSnapshot } from '#db/schema/applications.ts'
import { organisationYear } from '#db/schema/evidence.ts'
import type { SnapshotContent } from '#lib/applications/snapshot-schema.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGrid, anOpenEdition } from '#lib/testing/label.ts'
import { criteriaBackedBy } from './backed-by.ts'
import { refreshDueEvidence } from './commands/refresh-evidence.ts'
import { backerFilters, getCriterionPage, listBackers } from './criterion-page.ts'
import { labelProgress } from './progress.ts'

const KEY = '211300041'

/** A commune with a member, our grid, and a software for electoral rolls. */
function aWorld() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  aGrid(server, 'reference')
  const software = aSoftware(server)
  const here = anOrganisation(server, { key: KEY, siren: KEY })
  const member = aUser(server, { memberOf: [here] })
  const context: Context = { ...server, actor: member }
  const progress = (grid?: string) => {
    const found = labelProgress(context, KEY, grid)
    if (!found) throw new Error('no progress')
    return found
  }
  return { server, context, here, software, progress }
}

/** What the service does by itself within seconds of a load. */
const catchUp = (context: Context) => refreshDueEvidence(context.db, context.now, 100)

const stateOf = (progress: ReturnType<ReturnType<typeof aWorld>['progress']>) =>
  Object.fromEntries(
    progress.axes.flatMap(({ criteria }) =>
      criteria.map(({ criterion, state }) => [criterion.slug, state]),
    ),
  )

function aDossier(context: Context, organisationId: number, grid: string, state = 'draft') {
  const at = context.now.toISOString()
  return context.db
    .insert(application)
    .values({ grid, organisationId, state: state as 'draft', createdAt: at, updatedAt: at })
    .returning({ id: application.id })
    .get().id
}

describe('my progress', () => {
  it('is empty where nothing is on record, and leads to a first declaration', () => {
    const { progress } = aWorld()
    const { coverage, empty, best } = progress()
    expect(empty).toBe(true)
    expect(coverage).toMatchObject({ covered: 0, total: 4, empty: 4 })
    expect(best).toEqual([])
  })

  it('counts what adoptions back, what is answered by hand and what is left, by axis', () => {
    const { server, here, software, progress } = aWorld()
    anAdoptionOnRecord(server, software, here, { state: 'production' })
    const dossier = aDossier(server, here, 'reference')
    const answer = (criterion: string, text: string) =>
      server.db
        .insert(applicationAnswer)
        .values({
          applicationId: dossier,
          criterion,
          value: { text },
          updatedAt: server.now.toISOString(),
        })
        .run()
    answer('strategie.enjeux', 'Maîtriser nos données.')
    answer('strategie.part-mutualisee', '  ')

    const found = progress()

    expect(stateOf(found)).toEqual({
      'strategie.enjeux': 'declared',
      'strategie.part-mutualisee': 'empty',
      // Reported by a document, never confirmed by the commune.
      'logiciels.metier-nombre': 'partial',
      'logiciels.elections': 'partial',
    })
    expect(found.axes.map(({ coverage }) => [coverage.covered, coverage.total])).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(found.best).toEqual([
      {
        kind: 'reconfirm',
        adoptions: 1,
        never: 1,
        criteria: ['logiciels.metier-nombre', 'logiciels.elections'],
      },
    ])
  })

  it('tells of the organisations of its kind around, and those alike, with how many they are', () => {
    const { server, software, progress } = aWorld()
    const neighbour = anOrganisation(server)
    const far = anOrganisation(server, { departement: '35', region: '53' })
    const larger = anOrganisation(server, { population: 200_000 })
    for (const id of [neighbour, far, larger]) {
      anAdoptionOnRecord(server, software, id, { state: 'production' })
    }

    catchUp(server)
    const found = progress()
    const elections = found.axes[1]?.criteria[1]

    // The larger one is near too, but not alike.
    expect(elections?.step).toEqual({ kind: 'near', organisations: 2 })
    expect(elections?.peers).toEqual({ backed: 2, evidenced: 0 })
    expect(found.peers).toEqual({ all: 2, known: 2, few: true })
    expect(found.axes[1]?.peersAverage).toBe(2)
  })

  it('compares an organisation with others, never with itself', () => {
    const { server, here, software, progress } = aWorld()
    const neighbour = anOrganisation(server)
    for (const id of [here, neighbour]) {
      anAdoptionOnRecord(server, software, id, { state: 'production' })
    }
    catchUp(server)

    const found = progress()

    expect(found.peers).toEqual({ all: 1, known: 1, few: true })
    expect(found.axes[1]?.criteria[1]?.peers).toEqual({ backed: 1, evidenced: 0 })
  })

  it('is read against our grid, or that of an edition that can be applied for; no other', () => {
    const { server, context, progress } = aWorld()
    anOpenEdition(server)
    anOpenEdition(server, { year: 2027, state: 'draft' })
    anOpenEdition(server, { year: 2024, closesAt: '2024-01-01T00:00:00.000Z' })

    expect(progress().grids.map(({ key }) => key)).toEqual(['reference', '2026'])
    expect(progress('2026').grid.key).toBe('2026')
    expect(labelProgress(context, KEY, '2027')).toBeUndefined()
    expect(labelProgress(context, KEY, '2024')).toBeUndefined()
    expect(labelProgress(context, '999999999')).toBeUndefined()
  })

  it('keeps each year in its own grid: what was submitted, else the closing date, else today', () => {
    const { server, here, software, progress } = aWorld()
    anOpenEdition(server)
    anOpenEdition(server, { year: 2024, closesAt: '2020-01-01T00:00:00.000Z' })
    anOpenEdition(server, { year: 2025, closesAt: '2020-01-01T00:00:00.000Z' })
    anOpenEdition(server, { year: 2023, closesAt: '2020-01-01T00:00:00.000Z' })
    anAdoptionOnRecord(server, software, here, { state: 'production', since: '2021' })
    aDossier(server, here, '2026')
    aDossier(server, here, '2025', 'withdrawn')
    aDossier(server, here, '2023')
    const submitted = aDossier(server, here, '2024', 'submitted')
    const content = aSnapshot(['partial', 'empty', 'empty'])
    server.db
      .insert(applicationSnapshot)
      .values({
        applicationId: submitted,
        createdAt: server.now.toISOString(),
        content: JSON.stringify(content),
        sha256: '',
      })
      .run()

    expect(
      progress().years.map(({ year, from, coverage }) => [
        year,
        from,
        coverage.covered,
        coverage.total,
      ]),
    ).toEqual([
      [2026, 'today', 2, 4],
      [2024, 'submitted', 1, 3],
      // Nothing had begun at its closing date.
      [2023, 'closing', 0, 4],
    ])
  })

  it('is for its members alone', () => {
    const { server } = aWorld()
    const elsewhere = aUser(server, { memberOf: [anOrganisation(server)] })
    expect(() => labelProgress({ ...server, actor: elsewhere }, KEY)).toThrow(Forbidden)
  })
})

describe('one criterion', () => {
  it('shows its functions, the software that can back it, and the organisations that do', () => {
    const { server, here, software } = aWorld()
    anAdoptionOnRecord(server, software, here, { state: 'production' })
    const breton = anOrganisation(server, { departement: '35', region: '53', population: 9_000 })
    anAdoptionOnRecord(server, software, breton, { state: 'production' })

    catchUp(server)
    const page = getCriterionPage(server, 'reference', 'logiciels.elections')

    expect(page?.functions.map(({ slug }) => slug)).toEqual(['listes-electorales'])
    expect(page?.software.items.map(({ slug }) => slug)).toEqual(['openexemple'])
    const id = page?.criterion.id ?? 0
    const keys = (filters: object) =>
      listBackers(server, id, backerFilters.parse(filters)).items.map(({ key }) => key)
    expect(keys({})).toHaveLength(2)
    expect(keys({ departement: '13' })).toEqual([KEY])
    expect(keys({ departement: '13', type: 'epci' })).toEqual([])
    expect(keys({ departement: "13' OR 1", page: 'x' })).toHaveLength(2)
  })

  it('of a draft is shown to nobody, nor is one that does not exist', () => {
    const { server } = aWorld()
    anOpenEdition(server, { year: 2027, state: 'draft' })
    anOpenEdition(server)
    expect(getCriterionPage(server, '2027', 'logiciels.elections')).toBeUndefined()
    expect(getCriterionPage(server, '2026', 'logiciels.elections')?.grid.key).toBe('2026')
    expect(getCriterionPage(server, 'reference', 'logiciels.rien')).toBeUndefined()
  })
})

describe('what an organisation backs, for everyone', () => {
  it('is told from its uses alone: no figure, no answer by hand', () => {
    const { server, here, software } = aWorld()
    anAdoptionOnRecord(server, software, here, { state: 'production' })
    server.db
      .insert(organisationYear)
      .values({ organisationId: here, year: 2026, workstations: 40, updatedAt: '' })
      .run()
    catchUp(server)
    const { backed, of } = criteriaBackedBy(server, here)
    expect(of).toBe(4)
    expect(backed.map(({ slug }) => slug)).toEqual([
      'logiciels.metier-nombre',
      'logiciels.elections',
    ])
    expect(backed[1]?.software).toEqual([{ slug: 'openexemple', name: 'openExemple' }])
    expect(JSON.stringify(backed)).not.toContain('40')
  })
})

function aSnapshot(states: Array<'partial' | 'empty'>): SnapshotContent {
  const both = { fr: '', en: '' }
  return {
    format: 'mutualibre-dossier-1',
    application: 1,
    edition: 2024,
    scheme: 'copyleft-5',
    submittedAt: '',
    organisation: { key: KEY, name: '', kind: 'commune', departement: '13', population: null },
    responsible: { name: '', office: '' },
    elected: { name: '', office: '', validatedAt: '' },
    namesPublic: false,
    figures: null,
    axes: [
      {
        slug: 'logiciels',
        name: both,
        criteria: states.map((state, index) => ({
          slug: `logiciels.c${index}`,
          number: '',
          label: both,
          parts: [],
          answer: null,
          evidence: {
            criterion: '',
            rule: 'any-software',
            state,
            value: null,
            numerator: null,
            denominator: null,
            items: [],
            apart: [],
            reasons: [],
          },
          documents: [],
        })),
      },
    ],
    documents: [],
  }
}
