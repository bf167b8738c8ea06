import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { activityMonth, repository, softwareRelease } from '#db/schema/forge.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import { aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'

const AT = '2026-01-10T00:00:00.000Z'

function twoEntries(followed: 'one' | 'both') {
  const server = makeTestContext()
  someFunctions(server)
  const from = aSoftware(server)
  const into = aSoftware(server, { slug: 'autre', name: 'Autre' })
  const follow = (softwareId: number, name: string) => {
    const address = `https://forge.example.org/${name}`
    const row = { softwareId, address, addressKey: address, host: 'forge.example.org' }
    server.db
      .insert(repository)
      .values({ ...row, stateSince: AT, nextAt: AT, signs: {} })
      .run()
    const release = { softwareId, tag: name, version: '1', date: AT, commit: 'a'.repeat(40) }
    server.db.insert(softwareRelease).values(release).run()
    server.db
      .insert(activityMonth)
      .values({ softwareId, month: '2026-01', commits: 1, authors: 1 })
      .run()
  }
  follow(from, 'un')
  if (followed === 'both') follow(into, 'autre')
  mergeSoftware(
    { ...server, actor: aUser(server, { roles: ['moderator'] }) },
    { fromSlug: 'openexemple', intoSlug: 'autre', why: 'Le même logiciel.' },
  )
  const tags = server.db.select().from(softwareRelease).all()
  const months = server.db.select().from(activityMonth).all()
  const row = server.db.select().from(repository).where(eq(repository.softwareId, into)).get()
  return { into, tags, months, row }
}

describe('what was read of a repository, when its entry is merged', () => {
  it('is the other entry’s from then on, where that one follows none', () => {
    const { into, tags, months, row } = twoEntries('one')

    expect(row?.address).toBe('https://forge.example.org/un')
    expect(tags.map(({ softwareId, tag }) => [softwareId, tag])).toEqual([[into, 'un']])
    expect(months.map(({ softwareId }) => softwareId)).toEqual([into])
  })

  it('goes with its entry, where the other follows one of its own', () => {
    const { into, tags, row } = twoEntries('both')

    expect(row?.address).toBe('https://forge.example.org/autre')
    expect(tags.map(({ softwareId, tag }) => [softwareId, tag])).toEqual([[into, 'autre']])
  })
})
