import { expect, test } from 'vitest'
import { anOrganisation, aPublisher, aUser, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { organisationSpace } from './space-queries.ts'

const SIREN = '211300041'

function spaceOf(kind: string, options: { publishes?: boolean; moderator?: boolean } = {}) {
  const server = makeTestContext()
  someTerritories(server)
  const id = anOrganisation(server, { key: SIREN, siren: SIREN, kind })
  if (options.publishes) aPublisher(server, { siren: SIREN })
  const actor = options.moderator
    ? aUser(server, { roles: ['moderator'] })
    : aUser(server, { memberOf: [id] })
  return organisationSpace({ ...server, actor }, SIREN)
}

test('a body that runs software for others, or publishes one, is offered to report on them', () => {
  expect(spaceOf('syndicat')?.reports).toBe(true)
  expect(spaceOf('commune', { publishes: true })?.reports).toBe(true)
})

test('any other organisation is not', () => {
  expect(spaceOf('commune')?.reports).toBe(false)
})

test('nor is a moderator, who reads and speaks for nobody', () => {
  expect(spaceOf('syndicat', { moderator: true })).toMatchObject({ member: false, reports: false })
})
