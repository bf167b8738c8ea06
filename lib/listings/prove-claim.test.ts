import { describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { publisherEvent, publisherMember } from '#db/schema/publishers.ts'
import { readActor } from '#lib/accounts/queries.ts'
import type { Context, UserActor } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { ForgeRefusal } from '#lib/forge/refusal.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { getCase } from '#lib/moderation/get-case.ts'
import {
  anOrganisation,
  aPublisher,
  aSiren,
  aSoftware,
  aUser,
  publisherIdOf,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { A_COMMIT, aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { by, forgeOf } from '#lib/testing/listings.ts'
import { auditOf } from '#lib/testing/traces.ts'
import { getClaim, keptByPublisherSince } from './claim-queries.ts'
import { checkClaim } from './commands/check-claim.ts'
import { openClaim } from './commands/claim-software.ts'

const SLUG = 'openexemple'
const WHY = 'Nous le savons par la ville elle-même.'
const ofRepository = (slug: string, repository: string) => ({
  slug,
  name: slug,
  repository,
  sources: [
    {
      id: 's1',
      title: 'Dépôt',
      url: 'https://forge.example.org/a',
      covers: ['name', 'publisher', 'licence', 'functions', 'repository'],
    },
  ],
})

function aCatalogue() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  const softwareId = aSoftware(
    server,
    ofRepository(SLUG, 'https://forge.example.org/ville/openexemple'),
  )
  const moderator: Context = by(server, aUser(server, { roles: ['moderator'] }))
  const someone = (): Context => by(server, aUser(server))
  return { server, softwareId, moderator, someone, person: someone() }
}

/** A repository whose files at the root hold some texts. */
const holding = (...texts: string[]): RepositoryReading =>
  aRepositoryReading({ tokenFiles: texts.map((text) => ({ path: 'mutualibre.txt', text })) })

const check = (context: Context, reading: RepositoryReading | Error) =>
  checkClaim(context, { slug: SLUG }, forgeOf(reading))

const idOf = ({ actor }: Context) => (actor as UserActor).id
const membersOf = ({ db }: Context) =>
  db
    .select({
      userId: publisherMember.userId,
      role: publisherMember.role,
      how: publisherMember.how,
    })
    .from(publisherMember)
    .all()

describe('an entry is claimed by a token in its repository', () => {
  it('that is found: whoever put it there manages the publisher that nobody managed', async () => {
    const { server, person, softwareId } = aCatalogue()
    const { token } = openClaim(person, { slug: SLUG })
    expect(token).toMatch(/^mutualibre-[\w-]{32}$/)
    expect(openClaim(person, { slug: SLUG }).token).toBe(token)
    expect(keptByPublisherSince(server, softwareId)).toBeUndefined()

    const outcome = await check(person, holding(`Preuve :\n  ${token}\n`))

    expect(outcome).toEqual({ state: 'proved', role: 'manager' })
    expect(getClaim(person, SLUG)).toMatchObject({
      keptSince: '2026-01-15T12:00:00.000Z',
      claim: { state: 'proved', path: 'mutualibre.txt', commit: A_COMMIT, fault: '' },
    })
    expect(membersOf(server)).toEqual([{ userId: idOf(person), role: 'manager', how: 'claim' }])
    expect(readActor(server, idOf(person))?.publishers).toEqual([
      { publisherId: publisherIdOf(server), role: 'manager' },
    ])
    expect(server.db.select().from(publisherEvent).all()).toEqual([
      expect.objectContaining({ kind: 'software-claimed', softwareId, detail: {} }),
    ])
    expect(auditOf(server).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['claim.open', 'claim.prove', 'publisher-member.add']),
    )
  })

  it('also as a comment of publiccode.yml', async () => {
    const { person } = aCatalogue()
    const { token } = openClaim(person, { slug: SLUG })
    const publiccode = { ...aPubliccode({}), text: `name: openExemple\n# ${token}\n` }

    expect(await check(person, aRepositoryReading({ publiccode }))).toHaveProperty(
      'role',
      'manager',
    )
  })

  it('and by nothing else: no token, a longer one, a part of it', async () => {
    const { server, person, softwareId } = aCatalogue()
    const { token } = openClaim(person, { slug: SLUG })

    for (const text of [
      '',
      'mutualibre',
      `${token}x`,
      `x${token}`,
      token.slice(0, -1),
      token.toUpperCase(),
    ]) {
      expect(await check(person, holding(text))).toEqual({ state: 'token-missing' })
    }
    expect(getClaim(person, SLUG).claim).toMatchObject({ state: 'open', fault: 'token-missing' })
    expect(membersOf(server)).toEqual([])
    expect(keptByPublisherSince(server, softwareId)).toBeUndefined()
  })

  it('of whoever claims: the token of somebody else, read there by everyone, helps nobody', async () => {
    const { server, person, someone } = aCatalogue()
    const thief = someone()
    const { token } = openClaim(person, { slug: SLUG })
    openClaim(thief, { slug: SLUG })

    expect(await check(thief, holding(token))).toEqual({ state: 'token-missing' })
    expect(membersOf(server)).toEqual([])
    // Nor does one's own token for another entry.
    aSoftware(server, ofRepository('autre', 'https://forge.example.org/ville/autre'))
    const other = openClaim(thief, { slug: 'autre' })
    expect(await check(thief, holding(other.token))).toEqual({ state: 'token-missing' })
  })

  it('by a second person, who becomes a member, and the managers are told', async () => {
    const { server, person, someone } = aCatalogue()
    const second = someone()
    const first = openClaim(person, { slug: SLUG })
    await check(person, holding(first.token))
    const { token } = openClaim(second, { slug: SLUG })

    expect(await check(second, holding(first.token, token))).toEqual({
      state: 'proved',
      role: 'member',
    })

    expect(membersOf(server)).toContainEqual({ userId: idOf(second), role: 'member', how: 'claim' })
    expect(server.db.select().from(mailMessage).all()).toEqual([
      expect.objectContaining({
        kind: 'claim',
        recipient: (person.actor as UserActor).email,
        body: expect.stringContaining((second.actor as UserActor).email),
      }),
    ])
  })

  it('of a town that is the publisher: its managers are told, and who proves it is a member', async () => {
    const { server, person } = aCatalogue()
    const siren = aSiren()
    const town = anOrganisation(server, { siren, key: siren })
    aPublisher(server, { siren })
    aUser(server, { managerOf: [town] })
    const { token } = openClaim(person, { slug: SLUG })

    expect(await check(person, holding(token))).toEqual({ state: 'proved', role: 'member' })
    expect(server.db.select().from(mailMessage).all()).toHaveLength(1)
  })

  it('waits for a moderator where the publisher has repositories elsewhere, too', async () => {
    const { server, person, moderator } = aCatalogue()
    aSoftware(server, ofRepository('ailleurs', 'https://autre.example.org/groupe/ailleurs'))
    const { token } = openClaim(person, { slug: SLUG })

    expect(await check(person, holding(token))).toEqual({ state: 'with-moderators' })
    expect(membersOf(server)).toEqual([])
    expect(getCase(moderator, 1)?.details).toMatchObject({
      kind: 'claim',
      proof: { path: 'mutualibre.txt', commit: A_COMMIT },
      publisher: { managers: 0, software: 2 },
    })
    settleCase(moderator, { caseId: 1, accepted: true, reason: WHY })
    expect(getClaim(person, SLUG).claim?.state).toBe('proved')
    expect(membersOf(server)).toHaveLength(1)
  })

  it('not where the repository cannot be read: the page says why', async () => {
    const { person } = aCatalogue()
    openClaim(person, { slug: SLUG })

    const gone = check(person, new ForgeRefusal('not-found-or-private', 'forge.example.org'))

    await expect(gone).rejects.toMatchObject({ fault: 'not-found-or-private' })
    expect(getClaim(person, SLUG).claim).toMatchObject({
      state: 'open',
      fault: 'not-found-or-private',
      checkedAt: '2026-01-15T12:00:00.000Z',
    })
  })

  it('not where there is none: a moderator decides', async () => {
    const { server, person } = aCatalogue()
    aSoftware(server, { slug: 'sans-depot', name: 'Sans dépôt' })
    openClaim(person, { slug: 'sans-depot' })
    const asked = checkClaim(person, { slug: 'sans-depot' }, forgeOf(holding('')))

    await expect(asked).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
