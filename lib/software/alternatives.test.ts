import { describe, expect, it } from 'vitest'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { getPublisherBySlug } from '#lib/publishers/queries.ts'
import {
  anAdoption,
  anOrganisation,
  aPublisher,
  aSoftware,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { getFunctionBySlug } from './function-queries.ts'
import {
  getSoftwareCard,
  listAlternatives,
  listSoftwareOfFunction,
  listSoftwareOfPublisher,
} from './queries.ts'

function aCatalogue(): Context {
  const context = makeTestContext()
  someFunctions(context)
  return context
}

const slugs = (cards: Array<{ slug: string }>) => cards.map((card) => card.slug)

describe('software for the same thing', () => {
  it('is first what does the main thing as well, then what shares another, the most used before', () => {
    const context = aCatalogue()
    const self = aSoftware(context, {
      slug: 'self',
      functions: ['listes-electorales', 'jury-assises'],
    })
    aSoftware(context, { slug: 'autre-fonction', functions: ['jury-assises'] })
    aSoftware(context, { slug: 'meme-fonction', functions: ['listes-electorales'] })
    const used = aSoftware(context, { slug: 'utilise', functions: ['sauvegarde', 'jury-assises'] })
    aSoftware(context, { slug: 'les-deux', functions: ['jury-assises', 'listes-electorales'] })
    aSoftware(context, { slug: 'sans-rapport', functions: ['supervision'] })
    reportAdoptions(context, [anAdoption(used, anOrganisation(context))])

    expect(slugs(listAlternatives(context, self))).toEqual([
      'les-deux',
      'meme-fonction',
      'utilise',
      'autre-fonction',
    ])
    expect(slugs(listAlternatives(context, self, 1))).toEqual(['les-deux'])
  })

  it('is nothing where nobody does the same', () => {
    const context = aCatalogue()
    const self = aSoftware(context, { functions: ['supervision'] })

    expect(listAlternatives(context, self)).toEqual([])
    expect(listAlternatives(context, self + 1)).toEqual([])
  })
})

describe('the software of a function', () => {
  it('is all that covers it, mainly or not, the most used first', () => {
    const context = aCatalogue()
    aSoftware(context, { slug: 'a', functions: ['jury-assises'] })
    const used = aSoftware(context, { slug: 'z', functions: ['supervision', 'jury-assises'] })
    reportAdoptions(context, [anAdoption(used, anOrganisation(context))])
    const id = getFunctionBySlug(context, 'jury-assises')?.id ?? 0

    expect(slugs(listSoftwareOfFunction(context, id))).toEqual(['z', 'a'])
  })
})

describe('the software of a publisher', () => {
  it('is all of theirs, the most used first', () => {
    const context = aCatalogue()
    aPublisher(context, { slug: 'autre' })
    aSoftware(context, { slug: 'd-un-autre', publisher: 'autre' })
    aSoftware(context, { slug: 'a' })
    const used = aSoftware(context, { slug: 'z' })
    reportAdoptions(context, [anAdoption(used, anOrganisation(context))])
    const id = getPublisherBySlug(context, 'editeur-exemple')?.id ?? 0

    expect(slugs(listSoftwareOfPublisher(context, id))).toEqual(['z', 'a'])
  })
})

describe('the card of a software', () => {
  it('tells who says that it is used', () => {
    const context = aCatalogue()
    const id = aSoftware(context)
    const use = (trust: 'confirmed' | 'reported' | 'to-reconfirm') =>
      anAdoption(id, anOrganisation(context), { trust })
    reportAdoptions(context, [
      use('confirmed'),
      use('reported'),
      use('reported'),
      use('to-reconfirm'),
    ])

    expect(getSoftwareCard(context, 'openexemple')).toMatchObject({
      name: 'openExemple',
      publisher: { slug: 'editeur-exemple', name: 'Éditeur Exemple' },
      functions: [{ slug: 'listes-electorales', name: { fr: 'Listes électorales' } }],
      use: { confirmed: 1, reported: 2, toReconfirm: 1, total: 4 },
    })
  })

  it('is unknown for a slug that nobody has', () => {
    expect(getSoftwareCard(aCatalogue(), 'nobody')).toBeUndefined()
  })
})
