import { describe, expect, it } from 'vitest'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import { anOrganisation, aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { costsOfOrganisation, costsOfSoftware } from './costs.ts'
import { listUsers } from './queries.ts'
import { userFilters } from './schema.ts'

function aCatalogue() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context)
  const user = (
    costAvoided: number | null,
    adoption: Parameters<typeof anAdoptionOnRecord>[3] = { trust: 'confirmed' },
    organisation = anOrganisation(context),
  ) => {
    anAdoptionOnRecord(context, software, organisation, adoption, {
      costAvoided,
      costMethod: costAvoided === null ? '' : `calcul de ${costAvoided}`,
    })
    return organisation
  }
  return { context, software, user }
}

describe('the licence costs that a software avoids', () => {
  it('are the sum of what was given, over those who might have given it', () => {
    const { context, software, user } = aCatalogue()
    user(12_000)
    user(8_000)
    user(null)
    anAdoptionOnRecord(context, software, anOrganisation(context), { trust: 'confirmed' })

    expect(costsOfSoftware(context, software)).toMatchObject({
      sum: 20_000,
      given: 2,
      of: 4,
      items: [
        { costAvoided: 12_000, costMethod: 'calcul de 12000' },
        { costAvoided: 8_000, costMethod: 'calcul de 8000' },
      ],
    })
  })

  it.each([
    ['reported by someone else', { trust: 'reported' }],
    ['to be reconfirmed', { trust: 'to-reconfirm' }],
    ['contested', { trust: 'contested' }],
    ['stopped', { trust: 'confirmed', state: 'stopped' }],
    ['under evaluation', { trust: 'confirmed', state: 'evaluating' }],
  ] as const)('do not count a use that is %s', (_what, adoption) => {
    const { context, software, user } = aCatalogue()
    user(5_000)
    user(99_000, adoption)

    expect(costsOfSoftware(context, software)).toMatchObject({ sum: 5_000, given: 1, of: 1 })
  })

  it('are nothing, rather than zero, where nobody gave a figure', () => {
    const { context, software, user } = aCatalogue()
    user(null)

    expect(costsOfSoftware(context, software)).toEqual({ sum: 0, given: 0, of: 0, items: [] })
  })

  it('count a figure of zero as a figure', () => {
    const { context, software, user } = aCatalogue()
    user(0)
    user(null)

    expect(costsOfSoftware(context, software)).toMatchObject({ sum: 0, given: 1, of: 2 })
  })

  it('lead to the rows that give one', () => {
    const { context, software, user } = aCatalogue()
    user(5_000)
    user(null)
    user(99_000, { trust: 'reported' })

    const rows = listUsers(context, software, userFilters.parse({ cout: 'oui' }))
    expect(rows).toMatchObject({ total: 1, items: [{ detail: { costAvoided: 5_000 } }] })
  })

  it('are those of an organisation over its own software', () => {
    const { context, user } = aCatalogue()
    const organisation = user(5_000)
    const other = aSoftware(context, { slug: 'autre', name: 'Autre' })
    anAdoptionOnRecord(context, other, organisation, { trust: 'confirmed' })
    user(7_000)

    expect(costsOfOrganisation(context, organisation)).toMatchObject({
      sum: 5_000,
      given: 1,
      of: 2,
      items: [{ software: { slug: 'openexemple' } }],
    })
  })
})
