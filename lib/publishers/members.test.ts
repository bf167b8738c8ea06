import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { membership } from '#db/schema/accounts.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { publisher } from '#db/schema/software.ts'
import { deleteAccount } from '#lib/accounts/commands/my-account.ts'
import { myData } from '#lib/accounts/my-account.ts'
import { readActor } from '#lib/accounts/queries.ts'
import { Conflict, Forbidden, NotFound } from '#lib/errors.ts'
import { aUser } from '#lib/testing/builders.ts'
import { aPublishingHouse, SITE_URL, SLUG } from '#lib/testing/publishers.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { acceptPublisherInvitation } from './commands/accept-invitation.ts'
import {
  changePublisherRole,
  leavePublisher,
  removePublisherMember,
} from './commands/change-members.ts'
import { cancelPublisherInvitation, invitePublisherMember } from './commands/invite.ts'
import { getPublisherSpace } from './space-queries.ts'

const TARGET = { slug: SLUG, siteUrl: SITE_URL, locale: 'fr' } as const

function invited(role: 'member' | 'manager' = 'member') {
  const house = aPublishingHouse()
  const { context, as, manager } = house
  const email = 'nouvelle@example.org'
  invitePublisherMember(as(manager), TARGET, { email, role })
  const [mail] = context.db.select().from(mailMessage).all()
  const token = mail?.body.match(/jeton=([\w-]+)/)?.[1] ?? ''
  const people = () => getPublisherSpace(as(manager), SLUG).people
  return { ...house, email, token, mail, people }
}

describe('an invitation to speak for a publisher', () => {
  it('goes by mail, and its link makes a member of who signs in with that address', () => {
    const { context, as, email, token, mail, people, publisherId } = invited()
    expect(mail).toMatchObject({ recipient: email, kind: 'invitation' })
    const guest = aUser(context, { email })

    expect(acceptPublisherInvitation(as(guest), token)).toMatchObject({ slug: SLUG })
    // Twice is once.
    expect(acceptPublisherInvitation(as(guest), token)).toMatchObject({ slug: SLUG })

    expect(people().map((person) => [person.email, person.role])).toContainEqual([email, 'member'])
    expect(readActor(context, guest.id)?.publishers).toEqual([{ publisherId, role: 'member' }])
    expect(JSON.stringify(contentsOf(context).publisher_invitation)).not.toContain(token)
    expect(JSON.stringify(auditOf(context))).not.toContain(email)
  })

  it('is worth nothing to another address, once taken back, or once its member was removed', () => {
    const { context, as, manager, email, token, agent } = invited()
    expect(() => acceptPublisherInvitation(as(agent), token)).toThrow(Forbidden)

    const guest = aUser(context, { email })
    acceptPublisherInvitation(as(guest), token)
    removePublisherMember(as(manager), { slug: SLUG, userId: guest.id })
    expect(() => acceptPublisherInvitation(as(guest), token)).toThrow(Conflict)

    const other = invited()
    const [{ id } = { id: 0 }] = getPublisherSpace(other.as(other.manager), SLUG).invitations
    cancelPublisherInvitation(other.as(other.manager), { slug: SLUG, id })
    const late = aUser(other.context, { email: other.email })
    expect(() => acceptPublisherInvitation(other.as(late), other.token)).toThrow(NotFound)
  })

  it('expires after 14 days, and is not sent to who is there already', () => {
    const { context, as, manager, member, email, token } = invited()
    const guest = aUser(context, { email })
    expect(() => acceptPublisherInvitation(as(guest, '2026-01-30T12:00:00Z'), token)).toThrow(
      Conflict,
    )
    expect(() =>
      invitePublisherMember(as(manager), TARGET, { email: member.email, role: 'member' }),
    ).toThrow(Conflict)
  })
})

describe('the members of a publisher', () => {
  it('never lose their last manager', () => {
    const { as, manager, member } = aPublishingHouse()
    const last = { slug: SLUG, userId: manager.id }

    expect(() => removePublisherMember(as(manager), last)).toThrow(Conflict)
    expect(() => leavePublisher(as(manager), { slug: SLUG })).toThrow(Conflict)
    expect(() => changePublisherRole(as(manager), { ...last, role: 'member' })).toThrow(Conflict)

    changePublisherRole(as(manager), { slug: SLUG, userId: member.id, role: 'manager' })
    leavePublisher(as(manager), { slug: SLUG })
    expect(getPublisherSpace(as(member), SLUG).people).toMatchObject([{ userId: member.id }])
  })

  it('are those of the organisation that it is, too, who are settled there and not here', () => {
    const { context, as, communeId, manager, agent, publisherId } = aPublishingHouse()
    context.db
      .update(publisher)
      .set({ organisationId: communeId })
      .where(eq(publisher.id, publisherId))
      .run()

    const { people } = getPublisherSpace(as(manager), SLUG)

    expect(people.find((person) => person.userId === agent.id)).toMatchObject({
      ofOrganisation: true,
      role: 'member',
    })
    expect(readActor(context, agent.id)?.publishers).toEqual([{ publisherId, role: 'member' }])
    expect(() => removePublisherMember(as(manager), { slug: SLUG, userId: agent.id })).toThrow(
      NotFound,
    )
    context.db.update(membership).set({ role: 'manager' }).run()
    // A manager is left: the organisation's.
    leavePublisher(as(manager), { slug: SLUG })
  })

  it('take away what is theirs, and leave nothing behind with their account', () => {
    const { context, as, member, email } = invited()
    expect(myData(as(member)).publishers).toMatchObject([{ publisher: SLUG, role: 'member' }])
    const guest = aUser(context, { email })
    expect(myData(as(guest)).publisherInvitations).toMatchObject([{ publisher: SLUG }])

    for (const person of [member, guest]) {
      deleteAccount(as(person), { confirmation: 'SUPPRIMER' })
    }

    const left = contentsOf(context)
    expect(left.publisher_invitation).toEqual([])
    expect(left.publisher_member).toHaveLength(1)
  })
})
