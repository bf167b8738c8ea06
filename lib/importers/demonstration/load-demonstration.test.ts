import { describe, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context } from '#lib/context.ts'
import { type Dataset, writeDataset } from '#lib/meta.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import { silentProgress } from '#lib/progress.ts'
import { getSoftwareCard } from '#lib/software/queries.ts'
import { anOrganisationInput, aSoftware, SOURCE, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { contentsOf, outboxOf } from '#lib/testing/traces.ts'
import { loadDemonstration } from './load-demonstration.ts'
import { sample, seededRandom } from './random.ts'

/** A small catalogue: 60 communes, 9 EPCI, 3 départements and three software. */
function aCatalogue(dataset: Dataset, order: 'forwards' | 'backwards' = 'forwards'): Context {
  const context = makeTestContext()
  inTransaction(context.db, (tx) => writeDataset(tx, dataset))
  someFunctions(context)
  const organisations = Object.entries({ commune: 60, epci: 9, departement: 3 }).flatMap(
    ([kind, count]) =>
      Array.from({ length: count }, (_, n) =>
        anOrganisationInput({ key: `${kind}-${n}`, siren: null, insee: '', kind }),
      ),
  )
  const entries = [
    { slug: 'openelec', name: 'openElec', audience: ['commune'] },
    { slug: 'pour-tous', name: 'Pour tous' },
    { slug: 'departements', name: 'Départements', audience: ['departement'] },
  ]
  if (order === 'backwards') {
    organisations.reverse()
    entries.reverse()
  }
  loadOrganisations(context, organisations, SOURCE)
  for (const entry of entries) aSoftware(context, entry)
  return context
}

const load = (context: Context) => loadDemonstration(context, silentProgress)

/** Every simulated use by what names it, whatever the numbers of its rows. */
function usesOf({ db }: Context): unknown[] {
  return db.$client
    .prepare(`
      SELECT s.slug, o.key, o.kind, a.state, a.trust, a.since, a.reported_on AS reportedOn, a.note_fr AS note
      FROM adoption a JOIN software s ON s.id = a.software_id
      JOIN organisation o ON o.id = a.organisation_id ORDER BY s.slug, o.key`)
    .all()
}

describe('the demonstration', () => {
  it('is the same on every machine, in whatever order its catalogue was loaded', () => {
    const [here, there] = [aCatalogue('demo'), aCatalogue('demo', 'backwards')]

    load(here)
    load(there)

    expect(usesOf(here).length).toBeGreaterThan(60)
    expect(usesOf(there)).toEqual(usesOf(here))
  })

  it('gives openElec a thousand communes that use it', () => {
    const context = aCatalogue('demo')
    loadOrganisations(
      context,
      Array.from({ length: 1_100 }, (_, n) => anOrganisationInput({ key: `c-${n}`, siren: null })),
      SOURCE,
    )

    load(context)

    expect(getSoftwareCard(context, 'openelec')?.use.total).toBe(1_000)
  })

  it('gives a software to those only for whom it is made', () => {
    const context = aCatalogue('demo')

    load(context)

    const kinds = (usesOf(context) as Array<{ slug: string; kind: string }>).map(
      ({ slug, kind }) => `${slug}: ${kind}`,
    )
    expect([...new Set(kinds)]).not.toContain('departements: commune')
    expect([...new Set(kinds)]).not.toContain('openelec: epci')
    expect(kinds).toContain('departements: departement')
  })

  it('says of each of its rows that it is simulated', () => {
    const context = aCatalogue('demo')

    load(context)

    expect(usesOf(context)).not.toContainEqual(
      expect.not.objectContaining({ note: 'Utilisation simulée pour la démonstration.' }),
    )
  })

  it('leaves the figures equal to the rows, and the search up to date', () => {
    const context = aCatalogue('demo')

    load(context)

    expect(Object.values(compareFigures(context)).every((n) => n === 0)).toBe(true)
    expect(outboxOf(context)).toEqual([])
  })

  it('is loaded once: a second start does nothing', () => {
    const context = aCatalogue('demo')
    load(context)
    const before = contentsOf(context)

    load(context)

    expect(contentsOf(context)).toEqual(before)
  })

  it('comes out the same when a start was killed just before its end', () => {
    const context = aCatalogue('demo')
    load(context)
    const before = usesOf(context)

    context.db.$client.exec("DELETE FROM meta WHERE key = 'loaded:demonstration'")
    load(context)

    expect(usesOf(context)).toEqual(before)
  })

  it.each(['real', 'bench'] as const)('never comes into a database of %s rows', (dataset) => {
    const context = aCatalogue(dataset)
    const before = contentsOf(context)

    expect(() => load(context)).toThrow('simulated uses belong in a demo database only')

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('drawing lots', () => {
  it('gives the same numbers for the same seed, between nought and one', () => {
    const draw = (seed: number) => Array.from({ length: 200 }, seededRandom(seed))

    expect(draw(2003)).toEqual(draw(2003))
    expect(draw(2003)).not.toEqual(draw(2004))
    expect(draw(2003).every((n) => n >= 0 && n < 1)).toBe(true)
  })

  it('takes distinct items, all of them when there are too few, and leaves the list alone', () => {
    const list = ['a', 'b', 'c', 'd']

    const taken = sample(list, 3, seededRandom(1))

    expect(new Set(taken).size).toBe(3)
    expect(sample(list, 9, seededRandom(1)).sort()).toEqual(list)
    expect(sample([], 2, seededRandom(1))).toEqual([])
    expect(list).toEqual(['a', 'b', 'c', 'd'])
  })
})
