import { expect, it } from 'vitest'
import { repository } from '#db/schema/forge.ts'
import { Forbidden, NotFound, TooMany } from '#lib/errors.ts'
import { aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { ForgeRefusal } from './refusal.ts'
import { visitSoftware } from './visit-software.ts'

const SETTINGS = { forgeHosts: [], forgeTokens: {} }

function aCatalogue(address: string) {
  const context = makeTestContext()
  someFunctions(context)
  aSoftware(context)
  const actor = aUser(context, { roles: ['moderator'] })
  const { db } = context
  db.$client.prepare('UPDATE software SET repository = ?').run(address)
  return { context, moderator: { ...context, actor } }
}

it('says why a repository could not be read, and keeps it on record', async () => {
  const { context, moderator } = aCatalogue('https://10.0.0.8/depot/prive')
  await expect(visitSoftware(moderator, 'openexemple', SETTINGS)).rejects.toThrow(ForgeRefusal)
  expect(context.db.select().from(repository).all()).toMatchObject([{ fault: 'address-private' }])
})

it('visits a repository once a minute at most', async () => {
  const { context, moderator } = aCatalogue('https://10.0.0.8/depot/prive')
  await expect(visitSoftware(moderator, 'openexemple', SETTINGS)).rejects.toThrow(ForgeRefusal)
  context.db.update(repository).set({ visitedAt: context.now.toISOString() }).run()
  await expect(visitSoftware(moderator, 'openexemple', SETTINGS)).rejects.toThrow(TooMany)
})

it('has nothing to visit where an entry gives no repository', async () => {
  const { moderator } = aCatalogue('')
  await expect(visitSoftware(moderator, 'openexemple', SETTINGS)).rejects.toThrow(NotFound)
})

it('is for the publisher and the moderation', async () => {
  const { context } = aCatalogue('https://forge.example.org/ville/depot')
  const stranger = { ...context, actor: aUser(context) }
  await expect(visitSoftware(stranger, 'openexemple', SETTINGS)).rejects.toThrow(Forbidden)
})
