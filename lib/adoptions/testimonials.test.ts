import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound, SignInNeeded } from '#lib/errors.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { settleTestimonial } from './commands/settle-testimonial.ts'
import { writeTestimonial } from './commands/write-testimonial.ts'
import { ownTestimonials, publishedTestimonials } from './testimonials.ts'

const BODY = 'Trois ans en production, et un service rendu à neuf communes voisines.'

function aUse(adoption: Parameters<typeof anAdoptionOnRecord>[3] = { trust: 'confirmed' }) {
  const operator = makeTestContext()
  someTerritories(operator)
  someFunctions(operator)
  const software = aSoftware(operator)
  const organisation = anOrganisation(operator, { key: 'ville', name: 'Ville' })
  const adoptionId = anAdoptionOnRecord(operator, software, organisation, adoption)
  emptyOutbox(operator)
  const as = (user: ReturnType<typeof aUser>): Context => ({ ...operator, actor: user })
  const member = as(aUser(operator, { memberOf: [organisation], name: 'Camille Nom-Secret' }))
  const moderator = as(aUser(operator, { roles: ['moderator'] }))
  const write = (body = BODY, context = member) =>
    writeTestimonial(context, { adoptionId, body, locale: 'fr' }).testimonialId
  const settle = (id: number, accepted: boolean) =>
    inTransaction(operator.db, (tx) => settleTestimonial(tx, moderator, id, accepted))
  const published = () => publishedTestimonials(operator, software)
  return { operator, as, adoptionId, organisation, member, write, settle, published }
}

const casesOf = (context: Context) =>
  contentsOf(context).moderation_case?.map((row) => {
    const { kind, subject_id: subject, state } = row as Record<string, unknown>
    return { kind, subject, state }
  })

describe('a testimonial', () => {
  it('waits for a moderator, and only its organisation sees it', () => {
    const { operator, member, adoptionId, write, published } = aUse()

    const id = write()

    expect(published()).toEqual([])
    expect(ownTestimonials(member, adoptionId)?.written).toMatchObject([
      { id, body: BODY, state: 'waiting' },
    ])
    expect(casesOf(operator)).toEqual([{ kind: 'testimonial', subject: id, state: 'waiting' }])
    expect(auditOf(operator).at(-1)).toMatchObject({
      action: 'testimonial.write',
      subject: String(adoptionId),
    })
    // Nothing of it is searched.
    expect(outboxOf(operator)).toEqual([])
  })

  it('once published, is signed by the organisation and by no person', () => {
    const { write, settle, published } = aUse()

    settle(write(), true)

    expect(published()).toMatchObject([
      { body: BODY, organisation: { key: 'ville', name: 'Ville' }, date: '2026-01-15' },
    ])
    expect(JSON.stringify(published())).not.toContain('Nom-Secret')
  })

  it('once refused, is seen by its organisation alone, with the reason', () => {
    const { operator, member, adoptionId, write, settle, published } = aUse()
    const id = write()
    settle(id, false)
    operator.db.$client
      .prepare("UPDATE moderation_case SET state = 'refused', reason = 'nomme un agent'")
      .run()

    expect(published()).toEqual([])
    expect(ownTestimonials(member, adoptionId)?.written).toMatchObject([
      { state: 'refused', reason: 'nomme un agent' },
    ])
  })

  it('written again replaces the one that waits, with its case: nothing unread is accepted', () => {
    const { operator, write, settle } = aUse()
    const first = write()
    const second = write(`${BODY} Et plus encore.`)

    expect(second).not.toBe(first)
    expect(casesOf(operator)).toEqual([{ kind: 'testimonial', subject: second, state: 'waiting' }])
    expect(() => settle(first, true)).toThrow(Conflict)
  })

  it('of the very same words is one, however often it is sent', () => {
    const { operator, write } = aUse()
    const first = write()
    const before = contentsOf(operator)

    expect(write()).toBe(first)
    expect(contentsOf(operator)).toEqual(before)
  })

  it('newly published takes the place of the one before', () => {
    const { write, settle, published } = aUse()
    settle(write(), true)
    const second = write(`${BODY} Et plus encore.`)
    expect(published()).toMatchObject([{ body: BODY }])

    settle(second, true)

    expect(published()).toMatchObject([{ id: second }])
  })

  it('is settled once', () => {
    const { write, settle } = aUse()
    const id = write()
    settle(id, true)

    expect(() => settle(id, false)).toThrow(Conflict)
  })

  it('is not shown while its use is contested', () => {
    const { operator, write, settle, published } = aUse()
    settle(write(), true)
    operator.db.$client.prepare("UPDATE adoption SET trust = 'contested'").run()

    expect(published()).toEqual([])
    expect(() => write('Autre texte, assez long pour être lu.')).toThrow(Conflict)
  })
})

describe('a testimonial is refused, and leaves nothing behind,', () => {
  it.each([
    ['empty', '   ', 'testimonial-missing'],
    ['too short', 'x'.repeat(29), 'testimonial-short'],
    ['too long', 'x'.repeat(1_501), 'testimonial-long'],
  ])('when it is %s', (_what, body, fault) => {
    const { operator, write } = aUse()
    const before = contentsOf(operator)

    try {
      write(body)
      expect.unreachable()
    } catch (error) {
      expect((error as z.ZodError).issues).toMatchObject([{ path: ['body'], message: fault }])
    }
    expect(contentsOf(operator)).toEqual(before)
  })

  it.each([['x'.repeat(30)], ['x'.repeat(1_500)]])('not at the limits', (body) => {
    expect(aUse().write(body)).toBeGreaterThan(0)
  })

  it('from a visitor, a stranger, or a member of another organisation', () => {
    const { operator, as, write } = aUse()
    const other = anOrganisation(operator)
    const people: Array<[Context, typeof Forbidden]> = [
      [{ ...operator, actor: { kind: 'visitor' } }, SignInNeeded],
      [as(aUser(operator)), Forbidden],
      [as(aUser(operator, { managerOf: [other] })), Forbidden],
      [as(aUser(operator, { roles: ['moderator', 'administrator'] })), Forbidden],
    ]
    const before = contentsOf(operator)

    for (const [context, refusal] of people) {
      expect(() => write(BODY, context)).toThrow(refusal)
    }
    expect(contentsOf(operator)).toEqual(before)
  })

  it('about a use that does not exist', () => {
    const { member } = aUse()

    expect(() => writeTestimonial(member, { adoptionId: 999, body: BODY })).toThrow(NotFound)
    expect(ownTestimonials(member, 999)).toBeUndefined()
  })

  it('and is read, while it waits, by nobody else', () => {
    const { operator, as, adoptionId } = aUse()

    expect(() => ownTestimonials({ ...operator, actor: { kind: 'visitor' } }, adoptionId)).toThrow(
      SignInNeeded,
    )
    expect(() => ownTestimonials(as(aUser(operator)), adoptionId)).toThrow(Forbidden)
  })
})
