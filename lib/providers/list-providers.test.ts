import { describe, expect, it } from 'vitest'
import { providerArea, providerReference, providerService } from '#db/schema/providers.ts'
import type { Context } from '#lib/context.ts'
import {
  anOrganisation,
  aProvider,
  aSoftware,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { listProviders } from './list-providers.ts'
import { providerFilters } from './schema.ts'

function someProviders() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const zebre = aSoftware(context, { slug: 'zebre', name: 'Zèbre' })
  const loutre = aSoftware(context, { slug: 'loutre', name: 'Loutre' })
  const one = (
    name: string,
    services: ReadonlyArray<[number, 'hosting' | 'support']>,
    area: (typeof providerArea.$inferInsert)['kind'],
    code = '',
  ) => {
    const id = aProvider(context, { name, nameKey: name.toLowerCase() })
    for (const [softwareId, kind] of services) {
      context.db.insert(providerService).values({ providerId: id, softwareId, kind }).run()
    }
    context.db.insert(providerArea).values({ providerId: id, kind: area, code }).run()
    return id
  }
  one('Alpha', [[zebre, 'hosting']], 'national')
  const beta = one(
    'Beta',
    [
      [zebre, 'support'],
      [loutre, 'hosting'],
    ],
    'region',
    '53',
  )
  one('Gamma', [[loutre, 'support']], 'departement', '35')
  for (const state of ['confirmed', 'waiting', 'refused'] as const) {
    const row = { providerId: beta, softwareId: loutre, kinds: ['hosting'], state }
    context.db
      .insert(providerReference)
      .values({ ...row, organisationId: anOrganisation(context), createdAt: '2026-01-01' })
      .run()
  }
  return context
}
const names = (context: Context, asked: object) =>
  listProviders(context, providerFilters.parse(asked)).items.map(({ name }) => name)

describe('the list of providers', () => {
  it.each([
    ['everything: confirmed references first, then names', {}, ['Beta', 'Alpha', 'Gamma']],
    ['a software: its own references count', { logiciel: 'zebre' }, ['Alpha', 'Beta']],
    ['a kind of service', { service: 'support' }, ['Beta', 'Gamma']],
    ['both, of one and the same service', { logiciel: 'zebre', service: 'hosting' }, ['Alpha']],
    [
      'a département: its own, its région, everywhere',
      { departement: '35' },
      ['Beta', 'Alpha', 'Gamma'],
    ],
    ['a département that none is in but by everywhere', { departement: '13' }, ['Alpha']],
    ['a région: whoever serves a part of it', { region: '53' }, ['Beta', 'Alpha', 'Gamma']],
    ['a kind of provider', { type: 'association' }, []],
    [
      'what the address makes up',
      { service: 'x', type: 'y', page: 'z' },
      ['Beta', 'Alpha', 'Gamma'],
    ],
    ['a software that does not exist', { logiciel: 'rien' }, []],
  ])('by %s', (_what, asked, expected) => {
    expect(names(someProviders(), asked)).toEqual(expected)
  })
})
