import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { claim, listing } from '#db/schema/listings.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { getCase } from '#lib/moderation/get-case.ts'
import { enrolInPublisher } from '#lib/publishers/enrol-member.ts'
import { verifiedSince } from '#lib/publishers/verification.ts'
import {
  aSoftware,
  aUser,
  publisherIdOf,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { by } from '#lib/testing/listings.ts'
import { getClaim, keptByPublisherSince } from './claim-queries.ts'
import { askForClaim, dropClaim, openClaim } from './commands/claim-software.ts'

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

describe('an entry is claimed by a moderator', () => {
  it('who grants it, and may verify the publisher with it', () => {
    const { server, person, moderator, softwareId } = aCatalogue()
    askForClaim(person, { slug: SLUG, message: 'Je dirige la DSI de cette ville.' })
    expect(getCase(moderator, 1)).toMatchObject({
      about: SLUG,
      details: { kind: 'claim', message: 'Je dirige la DSI de cette ville.', proof: null },
    })

    settleCase(moderator, { caseId: 1, accepted: true, reason: WHY, verifyPublisher: true })

    expect(membersOf(server)).toEqual([{ userId: idOf(person), role: 'manager', how: 'moderator' }])
    expect(getClaim(person, SLUG).claim?.state).toBe('granted')
    expect(keptByPublisherSince(server, softwareId)).toBe('2026-01-15T12:00:00.000Z')
    expect(verifiedSince(server.db, publisherIdOf(server))).toBeDefined()
    expect(server.db.select().from(mailMessage).all()).toHaveLength(1)
  })

  it('who refuses it with a reason; it can be asked again, with another token', () => {
    const { server, person, moderator } = aCatalogue()
    const { token } = openClaim(person, { slug: SLUG })
    askForClaim(person, { slug: SLUG, message: 'Je voudrais cette fiche.' })
    settleCase(moderator, { caseId: 1, accepted: false, reason: 'Rien ne dit que c’est à vous.' })

    expect(getClaim(person, SLUG).claim?.state).toBe('refused')
    expect(membersOf(server)).toEqual([])
    expect(openClaim(person, { slug: SLUG }).token).not.toBe(token)
  })

  it('unless it is given up before', () => {
    const { person, moderator, server } = aCatalogue()
    askForClaim(person, { slug: SLUG, message: 'Je voudrais cette fiche.' })

    dropClaim(person, { slug: SLUG })

    expect(getCase(moderator, 1)).toBeUndefined()
    expect(server.db.select().from(claim).where(eq(claim.message, '')).all()).toHaveLength(1)
    expect(() => dropClaim(person, { slug: SLUG })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
  })

  it('and says in a few words why', () => {
    const { person } = aCatalogue()

    expect(() => askForClaim(person, { slug: SLUG, message: ' ' })).toThrow('message-missing')
    expect(() => askForClaim(person, { slug: SLUG, message: 'Moi' })).toThrow('message-short')
    expect(() => askForClaim(person, { slug: 'rien', message: 'Une raison à moi' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
  })
})

describe('from the command line', () => {
  it('someone is made a member of a publisher, before their first sign-in or after', () => {
    const { server } = aCatalogue()
    const enrol = (role: string) =>
      enrolInPublisher(server, { slug: 'editeur-exemple', email: 'dsi@ville.example.fr', role })

    expect(enrol('member')).toMatchObject({ publisher: 'Éditeur Exemple', role: 'member' })
    enrol('manager')

    expect(membersOf(server)).toEqual([expect.objectContaining({ role: 'manager', how: 'server' })])
    expect(() => enrol('chef')).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})

describe('entries that are merged', () => {
  it('keep what was claimed and listed of the one that goes', () => {
    const { server, softwareId, person, someone, moderator } = aCatalogue()
    const other = someone()
    const goes = aSoftware(server, { slug: 'ancien', name: 'Ancien nom' })
    server.db
      .insert(listing)
      .values({
        userId: idOf(person),
        address: 'https://forge.example.org/ville/ancien',
        addressKey: 'forge.example.org/ville/ancien',
        form: {},
        state: 'published',
        softwareId: goes,
        createdAt: server.now.toISOString(),
        updatedAt: server.now.toISOString(),
      })
      .run()
    askForClaim(person, { slug: 'ancien', message: 'Je dirige cette DSI.' })
    settleCase(moderator, { caseId: 1, accepted: true, reason: WHY })
    const { token } = openClaim(other, { slug: 'ancien' })
    openClaim(other, { slug: SLUG })

    mergeSoftware(moderator, { fromSlug: 'ancien', intoSlug: SLUG, why: WHY })

    expect(getClaim(person, SLUG).claim?.state).toBe('granted')
    expect(keptByPublisherSince(server, softwareId)).toBeDefined()
    expect(getClaim(other, SLUG).claim?.token).not.toBe(token)
    expect(server.db.select().from(listing).all()).toEqual([
      expect.objectContaining({ softwareId }),
    ])
  })
})
