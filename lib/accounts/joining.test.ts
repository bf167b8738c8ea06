import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { account, joinRequest, membership, providerClaim } from '#db/schema/accounts.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { InvalidInput, SignInNeeded } from '#lib/errors.ts'
import { anOrganisation, aUser, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf } from '#lib/testing/traces.ts'
import { leaveOrganisation, removeMember } from './commands/change-members.ts'
import { verifyDomain } from './commands/grant-role.ts'
import { askToJoin } from './commands/join.ts'
import { settleJoinRequest } from './commands/settle-join.ts'
import { afterSignIn } from './commands/sign-in.ts'
import { readActor } from './queries.ts'
import { provesAnEmployer } from './rules/mail-domain.ts'

let context: Context
let arles: number
let key: string

beforeEach(() => {
  context = makeTestContext()
  someTerritories(context)
  arles = anOrganisation(context, { name: 'Arles' })
  key = context.db.select().from(organisation).where(eq(organisation.id, arles)).get()?.key ?? ''
})

const signsIn = (person: UserActor) =>
  inTransaction(context.db, (tx) => afterSignIn(tx, context, person.id))
const as = (person: UserActor): Context => ({
  ...context,
  actor: readActor(context, person.id) ?? person,
})
const memberships = () =>
  context.db.select({ role: membership.role, how: membership.how }).from(membership).all()

describe('a verified domain', () => {
  test('joins who signs in with an address in it, once', () => {
    verifyDomain(context, { domain: '@Arles.example', key })
    const agent = aUser(context, { email: 'camille@arles.example' })
    signsIn(agent)
    signsIn(agent)
    expect(memberships()).toEqual([{ role: 'member', how: 'domain' }])
    expect(auditOf(context).filter(({ action }) => action === 'member.join')).toMatchObject([
      { subject: String(arles), detail: { user: agent.id, how: 'domain', role: 'member' } },
    ])
  })

  test('says nothing of a subdomain, nor of a name that ends alike', () => {
    verifyDomain(context, { domain: 'arles.example', key })
    signsIn(aUser(context, { email: 'a@sub.arles.example' }))
    signsIn(aUser(context, { email: 'a@villearles.example' }))
    signsIn(aUser(context, { email: 'a@arles.example.evil.example' }))
    expect(memberships()).toEqual([])
  })

  test.each(['gmail.com', 'orange.fr', 'laposte.net', 'WANADOO.fr', 'free.fr', 'localhost', ''])(
    'is never %j: anyone can have an address there',
    (domain) => {
      expect(provesAnEmployer(domain)).toBe(false)
      expect(() => verifyDomain(context, { domain, key })).toThrow(InvalidInput)
    },
  )

  test('does not bring back who left, or was put out; who left may ask to come back', () => {
    verifyDomain(context, { domain: 'arles.example', key })
    const [left, out] = [
      aUser(context, { email: 'left@arles.example' }),
      aUser(context, { email: 'out@arles.example' }),
    ]
    for (const person of [left, out]) signsIn(person)
    leaveOrganisation(as(left), { key })
    const manager = aUser(context, { managerOf: [arles] })
    removeMember(as(manager), { key, userId: out.id })
    for (const person of [left, out]) signsIn(person)
    expect(readActor(context, left.id)?.memberships).toEqual([])
    expect(readActor(context, out.id)?.memberships).toEqual([])
    const ask = { organisation: key, role: 'member', message: '' }
    expect(askToJoin(as(left), ask).outcome).toBe('joined')
    expect(askToJoin(as(out), ask).outcome).toBe('asked')
  })
})

test('the SIRET that a provider vouches for joins its organisation', () => {
  const siren =
    context.db.select().from(organisation).where(eq(organisation.id, arles)).get()?.siren ?? ''
  const agent = aUser(context)
  const at = context.now
  context.db
    .insert(account)
    .values({
      ...{ id: 'a', accountId: 'sub-1', providerId: 'proconnect', userId: agent.id },
      ...{ createdAt: at, updatedAt: at },
    })
    .run()
  const claim = { providerId: 'proconnect', siret: `${siren}00017`, seenAt: at.toISOString() }
  context.db
    .insert(providerClaim)
    .values({ ...claim, subject: 'sub-2' })
    .run()
  signsIn(agent)
  expect(memberships(), 'the claim of someone else').toEqual([])
  context.db
    .insert(providerClaim)
    .values({ ...claim, subject: 'sub-1' })
    .run()
  signsIn(agent)
  expect(memberships()).toEqual([{ role: 'member', how: 'provider-claim' }])
})

describe('a request to join', () => {
  const ask = () => ({ organisation: key, role: 'manager', message: 'DSI' })
  const settle = (accepted: boolean) => {
    const [request] = context.db.select().from(joinRequest).all()
    inTransaction(context.db, (tx) => settleJoinRequest(tx, context, request?.id ?? 0, accepted))
  }

  test('waits once, however often it is sent', () => {
    const agent = aUser(context)
    expect(askToJoin(as(agent), ask()).outcome).toBe('asked')
    expect(askToJoin(as(agent), ask()).outcome).toBe('asked')
    expect(context.db.select().from(joinRequest).all()).toHaveLength(1)
    expect(context.db.select().from(moderationCase).all()).toMatchObject([
      { kind: 'join-request', state: 'waiting', openedBy: agent.id },
    ])
    expect(memberships()).toEqual([])
  })

  test('accepted, it gives the role; refused, nothing', () => {
    const agent = aUser(context)
    askToJoin(as(agent), ask())
    settle(false)
    expect(memberships()).toEqual([])
    settle(true)
    expect(memberships()).toEqual([{ role: 'manager', how: 'moderator' }])
    expect(askToJoin(as(agent), ask()).outcome).toBe('already')
  })

  test('to be a manager, of someone whose domain proves a member: both', () => {
    verifyDomain(context, { domain: 'arles.example', key })
    const agent = aUser(context, { email: 'c@arles.example' })
    expect(askToJoin(as(agent), ask()).outcome).toBe('joined')
    expect(memberships()).toEqual([{ role: 'member', how: 'domain' }])
    settle(true)
    expect(memberships()).toEqual([{ role: 'manager', how: 'domain' }])
  })

  test('needs someone who is signed in', () => {
    expect(() => askToJoin({ ...context, actor: { kind: 'visitor' } }, ask())).toThrow(SignInNeeded)
  })
})
