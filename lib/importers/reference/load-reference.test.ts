import { beforeAll, describe, expect, it } from 'vitest'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { catalogueUse } from '#lib/adoptions/queries.ts'
import type { Context } from '#lib/context.ts'
import { readHealth } from '#lib/health.ts'
import { listEditions } from '#lib/label/queries.ts'
import { getOrganisation, territories } from '#lib/organisations/queries.ts'
import { silentProgress } from '#lib/progress.ts'
import { searchSoftwareIds } from '#lib/search/queries.ts'
import { softwareCards } from '#lib/software/queries.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { loadReference, type ReferenceReport } from './load-reference.ts'

// The project's own data, loaded whole once: these tests read it, or load again what changes nothing.

const load = (context: Context, dataset: 'real' | 'demo' = 'real') =>
  loadReference(context, { dataset, progress: silentProgress })

describe('loading the reference data', () => {
  let context: Context
  let report: ReferenceReport

  beforeAll(() => {
    context = makeTestContext()
    report = load(context)
  }, 180_000)

  it('takes every entry of software', () => {
    expect(report.software?.skipped).toEqual([])
    expect(report.software?.created.length).toBeGreaterThan(0)
  })

  it('leaves no adoption and no award aside', () => {
    expect(report.dangling).toEqual([])
  })

  it('gives figures that are equal to the rows', () => {
    expect(Object.entries(compareFigures(context)).filter(([, n]) => n > 0)).toEqual([])
    expect(catalogueUse(context).use.total).toBeGreaterThan(0)
  })

  it('leaves nothing for the search to read', () => {
    expect(readHealth(context)).toMatchObject({ dataset: 'real', search: { lag: 0 } })
  })

  it('knows the body of each of the 101 départements', () => {
    const codes = new Set(
      context.db.$client
        .prepare("SELECT code FROM organisation_alias WHERE kind = 'departement'")
        .pluck()
        .all() as string[],
    )
    const places = territories(context).departements.filter(({ zone }) => zone !== 'com')

    expect(places).toHaveLength(101)
    expect(places.filter(({ code }) => !codes.has(code)).map(({ code }) => code)).toEqual([])
  })

  it('has no more régions than a mask of the catalogue has bits', () => {
    expect(territories(context).regions.length).toBeLessThanOrEqual(31)
  })

  it('knows Arles, its EPCI and its département', () => {
    expect(getOrganisation(context, '211300041')).toMatchObject({
      name: 'Arles',
      epci: { departement: '13' },
      departementBody: { name: 'Département des Bouches-du-Rhône' },
    })
  })

  it.each(['openElec', 'R', 'open cimetière', 'GLPI', 'QGIS'])(
    'finds %s first by its name',
    (q) => {
      const ids = searchSoftwareIds(context, q)
      const [first] = softwareCards(context, ids.slice(0, 1))
      const plain = (text?: string) => text?.toLowerCase().replaceAll(' ', '')

      expect(plain(first?.name)).toBe(plain(q))
    },
  )

  it('knows every edition of the label', () => {
    expect(listEditions(context).map((edition) => edition.year)).toContain(2016)
  })

  it('does nothing the second time', () => {
    const before = contentsOf(context)

    expect(load(context)).toEqual({ loaded: [], software: null, dangling: [] })

    expect(contentsOf(context)).toEqual(before)
  })

  it('goes on after a kill: what was loaded twice is there once', () => {
    const { adoption, award, organisation_figures } = contentsOf(context)

    context.db.$client.exec("DELETE FROM meta WHERE key IN ('loaded:label', 'loaded:adoptions')")
    expect(load(context).loaded).toEqual(['label', 'adoptions'])

    const after = contentsOf(context)
    expect(after.adoption).toEqual(adoption)
    expect(after.award).toHaveLength(award?.length ?? 0)
    expect(after.organisation_figures).toEqual(organisation_figures)
  })

  it('is refused for another kind of data: real and simulated rows never mix', () => {
    const before = contentsOf(context)

    expect(() => load(context, 'demo')).toThrow('this database holds real data, not demo')

    expect(contentsOf(context)).toEqual(before)
  })
})
