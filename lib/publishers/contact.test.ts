import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { membership } from '#db/schema/accounts.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { publisherEvent, publisherMember } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { deleteAccount } from '#lib/accounts/commands/my-account.ts'
import { myData } from '#lib/accounts/my-account.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound, SignInNeeded, TooMany } from '#lib/errors.ts'
import { aSoftware, aUser } from '#lib/testing/builders.ts'
import { aPublishingHouse, SITE_URL, SLUG } from '#lib/testing/publishers.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { askForContact } from './commands/ask-for-contact.ts'
import { forgetPublisherTraces, settleContact } from './commands/settle-contact.ts'
import { listPublisherEvents } from './events.ts'
import { publisherReaders } from './internal/members.ts'
import { contactPlace, getPublisherSpace, listContactRequests } from './space-queries.ts'

const MESSAGE = 'Pouvez-vous nous le montrer ?\nMerci.'

function anInterest() {
  const house = aPublishingHouse()
  const { context, as, agent } = house
  const ask = (change: Record<string, string> = {}, from: Context = as(agent)) =>
    askForContact(
      from,
      SLUG,
      {
        subject: 'demonstration',
        software: 'openexemple',
        organisation: 'commune',
        message: MESSAGE,
        ...change,
      },
      { siteUrl: SITE_URL },
    )
  const mails = () => context.db.select().from(mailMessage).all()
  return { ...house, ask, mails }
}

describe('who asks a publisher for contact', () => {
  it('writes to all who speak for it, and is answered by mail', () => {
    const { ask, mails, manager, member, agent } = anInterest()

    ask()

    expect(
      mails()
        .map(({ recipient }) => recipient)
        .sort(),
    ).toEqual([manager.email, member.email].sort())
    const [mail] = mails()
    expect(mail).toMatchObject({ kind: 'contact', replyTo: agent.email })
    expect(mail?.subject).toBe('Arles demande une démonstration (openExemple)')
    expect(mail?.body).toContain('> Pouvez-vous nous le montrer ?\n> Merci.')
    expect(mail?.body).toContain(`${SITE_URL}/collectivites/commune`)
    expect(mail?.body).not.toContain(manager.email)
  })

  it('writes to the managers of a town that publishes, not to each of its agents', () => {
    const { context, ask, mails, communeId, publisherId, manager, member, agent } = anInterest()
    context.db.update(publisher).set({ organisationId: communeId }).run()
    const chief = aUser(context, { managerOf: [communeId] })
    ask()
    const readers = mails().map(({ recipient }) => recipient)
    expect(readers.sort()).toEqual([chief.email, manager.email, member.email].sort())

    context.db.delete(publisherMember).run()
    context.db.delete(membership).where(eq(membership.userId, chief.id)).run()
    expect(publisherReaders(context.db, publisherId)).toMatchObject([{ userId: agent.id }])
  })

  it('is read in the space, and there alone: the feed does not tell', () => {
    const { context, ask, as, manager, agent, publisherId } = anInterest()
    ask()

    expect(getPublisherSpace(as(manager), SLUG).waiting).toBe(1)
    expect(listContactRequests(as(manager), SLUG)).toMatchObject([
      { address: agent.email, message: MESSAGE, organisation: { name: 'Arles' }, state: 'new' },
    ])
    expect(listPublisherEvents(context, publisherId, 10)).toEqual([])
    const [event] = context.db.select().from(publisherEvent).all()
    expect(event).toMatchObject({
      kind: 'contact-requested',
      detail: { subject: 'demonstration' },
    })
    expect(() => listContactRequests(as(agent), SLUG)).toThrow(Forbidden)
  })

  it('may ask as oneself, and in no other’s name', () => {
    const { ask, mails, agent } = anInterest()

    ask({ organisation: '' })
    expect(mails()[0]?.subject).toContain(agent.email)
    expect(() => ask({ organisation: 'nulle-part', software: '' })).toThrow(Forbidden)
  })

  it('asks once a day about one software, five times in all; the same words twice are one', () => {
    const { context, ask, as, agent, mails } = anInterest()
    ask()
    ask()
    expect(mails()).toHaveLength(2)
    expect(() => ask({ message: 'Une autre question sur ce logiciel' })).toThrow(TooMany)
    for (let n = 0; n < 4; n++) {
      aSoftware(context, { slug: `autre-${n}`, name: `Autre ${n}`, publisher: SLUG })
      ask({ software: `autre-${n}`, message: `Question numéro ${n} sur celui-ci` })
    }
    expect(() => ask({ software: '', message: 'Une question de plus, en général' })).toThrow(
      TooMany,
    )
    ask({ message: 'Une autre question, le lendemain' }, as(agent, '2026-01-16T12:01:00Z'))
  })

  it('is told plainly when nobody would read it', () => {
    const { context, ask, as, agent } = anInterest()
    context.db.delete(publisherMember).run()
    const before = contentsOf(context)

    expect(contactPlace(as(agent), SLUG).reachable).toBe(false)
    expect(() => ask()).toThrow(Conflict)
    expect(contentsOf(context)).toEqual(before)
  })

  it.each([
    ['message', { message: ' ' }, 'message-missing'],
    ['message', { message: 'Trop court' }, 'message-short'],
    ['message', { message: 'x'.repeat(2_001) }, 'message-long'],
    ['software', { software: 'inconnu' }, 'software-unknown'],
    ['subject', { subject: 'vente' }, 'subject-unknown'],
  ])('is told what is wrong with %s (%j)', (field, change, fault) => {
    const { context, ask } = anInterest()
    const before = contentsOf(context)
    try {
      ask(change)
      expect.unreachable()
    } catch (error) {
      expect((error as z.ZodError).issues).toMatchObject([{ path: [field], message: fault }])
    }
    expect(contentsOf(context)).toEqual(before)
  })

  it('is signed in', () => {
    const { context, ask } = anInterest()
    expect(() => ask({}, { ...context, actor: { kind: 'visitor' } })).toThrow(SignInNeeded)
  })
})

describe('a request for contact', () => {
  it('is marked answered, closed, or open again, by the publisher', () => {
    const { ask, as, manager, member } = anInterest()
    ask()
    const [request] = listContactRequests(as(manager), SLUG)
    const id = request?.id ?? 0

    settleContact(as(member), SLUG, { id, state: 'answered' })
    expect(listContactRequests(as(manager), SLUG)).toMatchObject([{ state: 'answered' }])
    expect(getPublisherSpace(as(manager), SLUG).waiting).toBe(0)
    settleContact(as(member), SLUG, { id, state: 'new' })
    expect(getPublisherSpace(as(manager), SLUG).waiting).toBe(1)
    expect(() => settleContact(as(member), SLUG, { id: id + 1, state: 'closed' })).toThrow(NotFound)
  })

  it('is its sender’s to take away, and goes with their account', () => {
    const { context, ask, as, agent } = anInterest()
    ask()
    expect(myData(as(agent)).contactRequests).toMatchObject([{ publisher: SLUG, message: MESSAGE }])

    deleteAccount(as(agent), { confirmation: 'SUPPRIMER' })

    expect(contentsOf(context).contact_request).toEqual([])
  })

  it('is forgotten after 400 days, with what happened then', () => {
    const { context, ask } = anInterest()
    ask()

    forgetPublisherTraces(context.db, new Date('2027-02-18T00:00:00Z'))
    expect(contentsOf(context).contact_request).toHaveLength(1)
    forgetPublisherTraces(context.db, new Date('2027-02-20T00:00:00Z'))
    expect(contentsOf(context).contact_request).toEqual([])
    expect(contentsOf(context).publisher_event).toEqual([])
  })
})
