import { describe, expect, it } from 'vitest'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { loadTerritories } from '#lib/organisations/commands.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import {
  anAdoption,
  anOrganisation,
  aPublisher,
  aSoftware,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { loadFunctions } from './commands/load-functions.ts'
import { functionTree } from './function-queries.ts'
import { countSoftware, listSoftware } from './queries.ts'
import { softwareFilters } from './schema.ts'

/** A catalogue whose list has been read once: what memory keeps of it must follow what comes after. */
async function aCatalogueInUse(): Promise<Context> {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  aSoftware(context)
  drainSearchOutbox(context)
  await list(context)
  return context
}

const list = (context: Context, filters: object = {}) =>
  listSoftware(context, softwareFilters.parse(filters))

const slugs = async (context: Context, filters: object) =>
  (await list(context, filters)).items.map((card) => card.slug)

/** The tree of someFunctions(), its first leaf changed or moved under another group. */
function reloadFirstFunction(context: Context, change: object, group = 'elections'): void {
  const leaf = {
    slug: 'listes-electorales',
    name: { fr: 'Listes électorales', en: 'Electoral rolls' },
    summary: { fr: 'Résumé', en: 'Summary' },
    synonyms: { fr: [] as string[], en: [] as string[] },
    ...change,
  }
  loadFunctions(
    context,
    ['elections', 'infrastructure'].map((slug) => ({
      slug,
      name: { fr: slug, en: slug },
      business: slug === 'elections',
      functions: slug === group ? [leaf] : [],
    })),
  )
}

describe('a list that has been read follows', () => {
  it('an entry that comes later', async () => {
    const context = await aCatalogueInUse()

    aSoftware(context, { slug: 'nouveau', name: 'Nouveau', licence: 'MIT' })

    expect(countSoftware(context)).toBe(2)
    expect(await slugs(context, { licence: 'permissive' })).toEqual(['nouveau'])
  })

  it('an entry that changes', async () => {
    const context = await aCatalogueInUse()

    aSoftware(context, { name: 'Autre nom', licence: 'MIT', functions: ['supervision'] })

    expect((await list(context)).items).toMatchObject([{ name: 'Autre nom', licence: 'MIT' }])
    expect((await list(context)).counts).toMatchObject({
      licence: { permissive: 1 },
      groupe: { infrastructure: 1 },
    })
  })

  it('a use that comes, and one that stops', async () => {
    const context = await aCatalogueInUse()
    const [card] = (await list(context)).items
    const organisation = anOrganisation(context, { region: '53', departement: '35' })

    reportAdoptions(context, [anAdoption(card?.id ?? 0, organisation)])
    expect((await list(context, { region: '53' })).items).toMatchObject([{ use: { total: 1 } }])

    reportAdoptions(context, [anAdoption(card?.id ?? 0, organisation, { state: 'stopped' })])
    expect((await list(context, { region: '53' })).total).toBe(0)
    expect((await list(context)).items).toMatchObject([{ use: { total: 0 } }])
  })

  it('a publisher of another kind and of another name', async () => {
    const context = await aCatalogueInUse()

    aPublisher(context, { name: 'Fondation Zéphyr', kind: 'foundation' })
    drainSearchOutbox(context)

    expect(await slugs(context, { editeur: 'foundation' })).toEqual(['openexemple'])
    expect(await slugs(context, { q: 'zéphyr' })).toEqual(['openexemple'])
  })

  it('a function that is renamed', async () => {
    const context = await aCatalogueInUse()

    reloadFirstFunction(context, { name: { fr: 'Scrutins', en: 'Ballots' } })

    expect((await list(context)).items).toMatchObject([
      { functions: [{ name: { fr: 'Scrutins' } }] },
    ])
  })

  it('a function that moves under another group', async () => {
    const context = await aCatalogueInUse()

    reloadFirstFunction(context, {}, 'infrastructure')

    expect(await slugs(context, { groupe: 'infrastructure' })).toEqual(['openexemple'])
    expect(await slugs(context, { groupe: 'elections' })).toEqual([])
  })

  it('a function that is given a synonym to search by', async () => {
    const context = await aCatalogueInUse()

    reloadFirstFunction(context, { synonyms: { fr: ['isoloir'], en: [] } })
    drainSearchOutbox(context)

    expect(await slugs(context, { q: 'isoloir' })).toEqual(['openexemple'])
  })

  it('a région that is added, with those who use software there', async () => {
    const context = await aCatalogueInUse()
    const [card] = (await list(context)).items

    loadTerritories(context, {
      regions: [{ code: '94', name: 'Corse', zone: 'metro' }],
      departements: [],
    })
    const ajaccio = anOrganisation(context, { region: '94', departement: '2A' })
    reportAdoptions(context, [anAdoption(card?.id ?? 0, ajaccio)])

    expect((await list(context, { region: '94' })).total).toBe(1)
    expect((await list(context)).counts.region).toEqual({ 94: 1 })
  })
})

describe('the figures of functions', () => {
  it('are there for one that comes later, with nothing to its name', async () => {
    const context = await aCatalogueInUse()
    const figures = () => Object.values(compareFigures(context))

    reloadFirstFunction(context, { slug: 'nouvelle-fonction' })

    expect(figures().every((n) => n === 0)).toBe(true)
    const [group] = functionTree(context)
    expect(group?.functions).toContainEqual(
      expect.objectContaining({ slug: 'nouvelle-fonction', software: 0, adopters: 0 }),
    )
  })
})
