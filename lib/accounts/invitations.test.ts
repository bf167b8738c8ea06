import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { invitation, membership } from '#db/schema/accounts.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound } from '#lib/errors.ts'
import { anOrganisation, aUser, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { acceptInvitation, readInvitation } from './commands/accept-invitation.ts'
import { changeMemberRole, leaveOrganisation, removeMember } from './commands/change-members.ts'
import { cancelInvitation, INVITATION_LIFE, inviteMember } from './commands/invite.ts'
import { readActor } from './queries.ts'

let context: Context
let arles: number
let key: string
let manager: UserActor

beforeEach(() => {
  context = makeTestContext()
  someTerritories(context)
  arles = anOrganisation(context)
  key = context.db.select().from(organisation).where(eq(organisation.id, arles)).get()?.key ?? ''
  manager = aUser(context, { managerOf: [arles] })
})

const as = (person: UserActor, now = context.now): Context => ({
  ...context,
  now,
  actor: readActor(context, person.id) ?? person,
})
const target = () => ({ key, siteUrl: 'https://catalogue.example', locale: 'fr' as const })

/** @returns the token of the link in the latest mail. */
function invite(email: string, role = 'member'): string {
  inviteMember(as(manager), target(), { email, role })
  const mail = context.db.select().from(mailMessage).all().at(-1)
  return new URL(mail?.body.match(/https:\S+/)?.[0] ?? '').searchParams.get('jeton') ?? ''
}

describe('an invitation', () => {
  test('is accepted by who is signed in with its address, and then is used', () => {
    const guest = aUser(context, { email: 'guest@example.org' })
    const token = invite('Guest@Example.org ')
    expect(readInvitation(as(guest), token)).toMatchObject({ role: 'member' })
    expect(acceptInvitation(as(guest), token)).toMatchObject({ key, role: 'member' })
    // A second click changes nothing.
    expect(acceptInvitation(as(guest), token)).toMatchObject({ key, role: 'member' })
    expect(readActor(context, guest.id)?.memberships).toEqual([
      { organisationId: arles, role: 'member' },
    ])
    removeMember(as(manager), { key, userId: guest.id })
    expect(() => acceptInvitation(as(guest), token), 'replayed').toThrow(Conflict)
  })

  test('is kept as a hash alone', () => {
    const token = invite('guest@example.org')
    const [row] = context.db.select().from(invitation).all()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is worth nothing for another address, guessed, too old, replaced or taken back', () => {
    const guest = aUser(context, { email: 'guest@example.org' })
    const first = invite('guest@example.org')
    expect(() => acceptInvitation(as(aUser(context)), first)).toThrow(Forbidden)
    expect(() => acceptInvitation(as(guest), 'guessed')).toThrow(NotFound)
    const later = new Date(context.now.getTime() + INVITATION_LIFE)
    expect(() => acceptInvitation(as(guest, later), first)).toThrow(Conflict)
    const second = invite('guest@example.org')
    expect(() => acceptInvitation(as(guest), first)).toThrow(NotFound)
    const [row] = context.db.select().from(invitation).all()
    cancelInvitation(as(manager), { key, id: row?.id ?? 0 })
    expect(() => acceptInvitation(as(guest), second)).toThrow(NotFound)
    expect(readActor(context, guest.id)?.memberships).toEqual([])
  })

  test('is sent by managers alone, and never to a member', () => {
    const member = aUser(context, { memberOf: [arles] })
    const input = { email: 'x@example.org', role: 'member' }
    expect(() => inviteMember(as(member), target(), input)).toThrow(Forbidden)
    expect(() =>
      inviteMember(as(manager), target(), { email: member.email, role: 'member' }),
    ).toThrow(Conflict)
  })
})

describe('the last manager', () => {
  test('stays one as long as there are other members', () => {
    const member = aUser(context, { memberOf: [arles] })
    const change = () => changeMemberRole(as(manager), { key, userId: manager.id, role: 'member' })
    expect(change).toThrow(Conflict)
    expect(() => leaveOrganisation(as(manager), { key })).toThrow(Conflict)
    expect(() => removeMember(as(manager), { key, userId: manager.id })).toThrow(Conflict)
    changeMemberRole(as(manager), { key, userId: member.id, role: 'manager' })
    change()
    leaveOrganisation(as(manager), { key })
    expect(context.db.select().from(membership).all()).toMatchObject([
      { userId: member.id, role: 'manager' },
    ])
  })

  test('may leave an organisation that has nobody else', () => {
    leaveOrganisation(as(manager), { key })
    expect(context.db.select().from(membership).all()).toEqual([])
  })

  test('of one organisation is nobody in another', () => {
    const elsewhere = aUser(context, { managerOf: [anOrganisation(context)] })
    expect(() => removeMember(as(elsewhere), { key, userId: manager.id })).toThrow(Forbidden)
  })
})
