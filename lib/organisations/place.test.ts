import { expect, it } from 'vitest'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { anOrganisation } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { findPlace } from './place.ts'

function twoOfOneName() {
  const context = makeTestContext()
  const name = 'Saint-Denis'
  anOrganisation(context, { key: 'nord', name, departement: '93', population: 110_000 })
  anOrganisation(context, { key: 'sud', name, departement: '974', population: 150_000 })
  anOrganisation(context, { key: 'ile', name: 'Ajaccio', departement: '2A' })
  drainSearchOutbox(context)
  return context
}

it.each([
  ['saint denis', 'sud'],
  ['Saint-Denis (93)', 'nord'],
  ['saint-denis(974)', 'sud'],
  ['Ajaccio (2a)', 'ile'],
  ['nord', 'nord'],
])('finds the place that “%s” means', (typed, key) => {
  expect(findPlace(twoOfOneName(), typed)?.key).toBe(key)
})

it.each(['Saint-Denis (35)', '(93)', 'Nulle part (93)', '()'])(
  'knows no place called “%s”',
  (typed) => {
    expect(findPlace(twoOfOneName(), typed)).toBeUndefined()
  },
)
