import { describe, expect, it } from 'vitest'
import { criterion } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { listSoftware } from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import { aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGrid } from '#lib/testing/label.ts'
import { criteriaOfSoftware } from './backed-criteria.ts'

function aCatalogue() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  aGrid(context, 'reference')
  aSoftware(context)
  return context
}
const slugs = (items: ReadonlyArray<{ slug: string }>) => items.map(({ slug }) => slug)

describe('the criteria that a software can back', () => {
  it('come from its functions, in the order of the reference grid, each once', () => {
    const context = aCatalogue()
    const functions = [{ slug: 'jury-assises' }, { slug: 'listes-electorales' }]
    expect(slugs(criteriaOfSoftware(context, functions))).toEqual([
      'logiciels.metier-nombre',
      'logiciels.elections',
    ])
    expect(criteriaOfSoftware(context, [{ slug: 'sauvegarde' }])).toEqual([])
  })

  it('are those of a trade only where the trade is its main function, in the list of software, too', async () => {
    const context = aCatalogue()
    aSoftware(context, { slug: 'outil', functions: ['sauvegarde', 'listes-electorales'] })
    const functions = [{ slug: 'sauvegarde' }, { slug: 'listes-electorales' }]
    expect(slugs(criteriaOfSoftware(context, functions))).toEqual(['logiciels.elections'])

    const filters = softwareFilters.parse({ critere: 'logiciels.metier-nombre' })
    const { items } = await listSoftware(context, filters)
    expect(items.map(({ slug }) => slug)).toEqual(['openexemple'])
  })

  it('are none without a reference grid', () => {
    const context = makeTestContext()
    someFunctions(context)
    expect(criteriaOfSoftware(context, [{ slug: 'listes-electorales' }])).toEqual([])
  })

  it('follow the grid in the list of software, though no entry has changed', async () => {
    const context = aCatalogue()
    const found = async () =>
      (await listSoftware(context, softwareFilters.parse({ critere: 'logiciels.elections' }))).total
    expect(await found()).toBe(1)

    inTransaction(context.db, (tx) => {
      const software = { functions: ['sauvegarde'], groups: [], business: false }
      tx.update(criterion)
        .set({ rule: { rule: 'any-software', software } })
        .run()
      nextCatalogueVersion(tx)
    })

    expect(await found()).toBe(0)
  })
})
