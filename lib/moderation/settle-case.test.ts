import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { joinRequest, membership, organisationDomain } from '#db/schema/accounts.ts'
import { softwareProposal, waitingDeclaration } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, Forbidden, InvalidInput, NotFound, SignInNeeded } from '#lib/errors.ts'
import {
  anOrganisation,
  aPublisher,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { proposeSoftware } from './commands/propose-software.ts'
import { settleCase } from './commands/settle-case.ts'
import { openCase } from './open-case.ts'

const REASON = 'Son adresse est celle de la mairie.'
const as = (context: Context, actor: UserActor): Context => ({ ...context, actor })

/** Someone who asks to join a commune, and the moderator who reads it. */
function aRequestToJoin(email?: string) {
  const server = makeTestContext()
  someTerritories(server)
  const commune = anOrganisation(server)
  const agent = aUser(server, email ? { email } : {})
  const moderator = as(server, aUser(server, { roles: ['moderator'] }))
  const caseId = inTransaction(server.db, (tx) => {
    const { id } = tx
      .insert(joinRequest)
      .values({
        userId: agent.id,
        organisationId: commune,
        role: 'member',
        createdAt: server.now.toISOString(),
      })
      .returning({ id: joinRequest.id })
      .get()
    return openCase(tx, as(server, agent), 'join-request', id)
  })
  return { server, commune, agent, moderator, caseId }
}

const mailsOf = ({ db }: Context) => db.select().from(mailMessage).all()

describe('a moderator settles a request to join', () => {
  it('by accepting it: the person is a member and is told why', () => {
    const { server, commune, agent, moderator, caseId } = aRequestToJoin()

    settleCase(moderator, { caseId, accepted: true, reason: REASON })

    expect(server.db.select().from(membership).all()).toMatchObject([
      { userId: agent.id, organisationId: commune, role: 'member', how: 'moderator' },
    ])
    const [mail] = mailsOf(server)
    expect(mail).toMatchObject({ recipient: agent.email, kind: 'case-settled' })
    expect(mail?.body).toContain(REASON)
    expect(auditOf(server).at(-1)).toMatchObject({ action: 'case.settle', subject: String(caseId) })
  })

  it('by refusing it: nobody joins, and the reason is mailed', () => {
    const { server, moderator, caseId } = aRequestToJoin()

    settleCase(moderator, { caseId, accepted: false, reason: REASON })

    expect(server.db.select().from(membership).all()).toEqual([])
    expect(mailsOf(server)).toHaveLength(1)
  })

  it('and says that the domain of the address is the organisation’s', () => {
    const { server, commune, moderator, caseId } = aRequestToJoin('a.b@ville-exemple.fr')

    settleCase(moderator, { caseId, accepted: true, reason: REASON, verifyDomain: true })

    expect(server.db.select().from(organisationDomain).all()).toMatchObject([
      { domain: 'ville-exemple.fr', organisationId: commune },
    ])
  })

  it('but never that of a mailbox anyone can have', () => {
    const { server, moderator, caseId } = aRequestToJoin('mairie@orange.fr')
    const before = contentsOf(server)

    expect(() =>
      settleCase(moderator, { caseId, accepted: true, reason: REASON, verifyDomain: true }),
    ).toThrow(InvalidInput)
    expect(contentsOf(server)).toEqual(before)
  })
})

describe('a case', () => {
  it.each([
    ['none', '', 'reason-missing'],
    ['blanks', '   \n ', 'reason-missing'],
    ['nine characters', 'x'.repeat(9), 'reason-short'],
    ['too much', 'x'.repeat(2_001), 'reason-long'],
  ])('is not settled with %s for a reason', (_what, reason, fault) => {
    const { server, moderator, caseId } = aRequestToJoin()
    const before = contentsOf(server)

    const settling = () => settleCase(moderator, { caseId, accepted: true, reason })

    expect(settling).toThrow(z.ZodError)
    expect(settling).toThrow(fault)
    expect(contentsOf(server)).toEqual(before)
  })

  it('settled by a double click is settled once', () => {
    const { server, moderator, caseId } = aRequestToJoin()
    const decision = { caseId, accepted: true, reason: REASON }
    const first = settleCase(moderator, decision)
    const before = contentsOf(server)

    expect(settleCase(moderator, decision)).toEqual(first)
    expect(contentsOf(server)).toEqual(before)
  })

  it('settled meanwhile says so to the second moderator, and when, but not by whom', () => {
    const { server, moderator, caseId } = aRequestToJoin()
    settleCase(moderator, { caseId, accepted: true, reason: REASON })
    const second = as(server, aUser(server, { roles: ['moderator'], name: 'Deuxième' }))
    const before = contentsOf(server)

    const settling = () => settleCase(second, { caseId, accepted: false, reason: REASON })

    expect(settling).toThrow(Conflict)
    expect(settling).toThrow(/accepté par un autre modérateur, le 15 janvier 2026 à 13:00/)
    expect(contentsOf(server)).toEqual(before)
  })

  it('is settled by moderators alone', () => {
    const { server, agent, caseId } = aRequestToJoin()
    const decision = { caseId, accepted: true, reason: REASON }

    expect(() => settleCase(as(server, agent), decision)).toThrow(Forbidden)
    expect(() => settleCase({ ...server, actor: { kind: 'visitor' } }, decision)).toThrow(
      SignInNeeded,
    )
    expect(server.db.select().from(moderationCase).get()?.state).toBe('waiting')
  })

  it('whose person has left with their account can only be closed', () => {
    const { server, moderator, caseId } = aRequestToJoin()
    server.db.delete(joinRequest).run()

    const decision = { caseId, reason: REASON }
    expect(() => settleCase(moderator, { ...decision, accepted: true })).toThrow(Conflict)
    settleCase(moderator, { ...decision, accepted: false })
    expect(mailsOf(server)).toEqual([])
  })

  it('that does not exist is not settled', () => {
    const { moderator } = aRequestToJoin()
    expect(() => settleCase(moderator, { caseId: 999, accepted: true, reason: REASON })).toThrow(
      NotFound,
    )
  })
})

/** Two communes that use what the catalogue lacks. */
function aCatalogueThatLacks() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  aPublisher(server)
  const communes = [anOrganisation(server), anOrganisation(server)] as const
  const agents = communes.map((id) => as(server, aUser(server, { memberOf: [id] })))
  const [first, second] = agents as [Context, Context]
  const keyOf = (id: number) =>
    server.db.select().from(organisation).where(eq(organisation.id, id)).get()?.key ?? ''
  const proposal = (at: 0 | 1, name = 'openAbsent') => ({
    organisation: keyOf(communes[at]),
    name,
    website: 'https://absent.example.org',
    what: 'Tient les absences',
    declaration: { state: 'production', since: '2020', note: '' },
  })
  const moderator = as(server, aUser(server, { roles: ['moderator'] }))
  const caseOf = () => server.db.select().from(moderationCase).get()?.id ?? 0
  return { server, communes, first, second, proposal, moderator, caseOf }
}

const NEW_ENTRY = {
  name: 'openAbsent',
  slug: '',
  publisher: 'editeur-exemple',
  licence: 'AGPL-3.0-or-later',
  functions: 'jury-assises',
  platforms: 'web',
  summaryFr: 'Tient les absences',
  summaryEn: 'Keeps absences',
  descriptionFr: 'Une description assez longue. '.repeat(5),
  descriptionEn: 'A description that is long enough. '.repeat(5),
  repository: 'https://forge.example.org/absent',
  website: '',
  sourceUrl: 'https://forge.example.org/absent',
  sourceTitle: 'Dépôt du projet',
  sourceDate: '2025-03',
}

const faultsOf = (run: () => unknown): Record<string, string> => {
  try {
    run()
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    return Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message]))
  }
  return {}
}

describe('a software that the catalogue lacks', () => {
  it('is proposed with the declaration that waits for it; the same name is one proposal', () => {
    const { server, first, second, proposal } = aCatalogueThatLacks()

    expect(proposeSoftware(first, proposal(0)).joined).toBe(false)
    expect(proposeSoftware(second, proposal(1, 'OpenAbsent ')).joined).toBe(true)
    proposeSoftware(first, proposal(0))

    expect(server.db.select().from(softwareProposal).all()).toHaveLength(1)
    expect(server.db.select().from(waitingDeclaration).all()).toHaveLength(2)
    expect(server.db.select().from(moderationCase).all()).toHaveLength(1)
  })

  it('is not proposed when the catalogue has it, by name or alias, nor for another’s organisation', () => {
    const { server, first, proposal } = aCatalogueThatLacks()
    aSoftware(server, { aliases: ['Absences libres'] })

    expect(faultsOf(() => proposeSoftware(first, proposal(0, 'OPENEXEMPLE')))).toEqual({
      name: 'name-known',
    })
    expect(faultsOf(() => proposeSoftware(first, proposal(0, 'absences libres')))).toEqual({
      name: 'name-known',
    })
    expect(() => proposeSoftware(first, proposal(1))).toThrow(Forbidden)
    const faults = faultsOf(() =>
      proposeSoftware(first, { ...proposal(0), declaration: { state: 'bientôt' } }),
    )
    expect(faults).toEqual({ state: 'state-missing' })
  })

  it('accepted as a new entry is declared by everyone who waited, and each is told', () => {
    const { server, communes, first, second, proposal, moderator, caseOf } = aCatalogueThatLacks()
    proposeSoftware(first, proposal(0))
    proposeSoftware(second, proposal(1))

    settleCase(moderator, { caseId: caseOf(), accepted: true, reason: REASON, newEntry: NEW_ENTRY })

    const entry = server.db.select().from(software).get()
    expect(entry).toMatchObject({ slug: 'openabsent', licenceFamily: 'agpl' })
    expect(server.db.select().from(adoption).all()).toMatchObject(
      communes.map((organisationId) => ({
        softwareId: entry?.id,
        organisationId,
        state: 'production',
        trust: 'confirmed',
      })),
    )
    expect(server.db.select().from(waitingDeclaration).all()).toEqual([])
    const told = mailsOf(server).map(({ recipient }) => recipient)
    expect(new Set(told).size).toBe(2)
    expect(told).toHaveLength(2)
    expect(Object.values(compareFigures(server)).every((n) => n === 0)).toBe(true)
  })

  it('accepted as an entry of the catalogue is declared of that one', () => {
    const { server, first, proposal, moderator, caseOf } = aCatalogueThatLacks()
    const known = aSoftware(server)
    proposeSoftware(first, proposal(0))

    const decision = { caseId: caseOf(), accepted: true, reason: REASON }
    expect(() => settleCase(moderator, { ...decision, existingSlug: 'nulle-part' })).toThrow(
      InvalidInput,
    )
    settleCase(moderator, { ...decision, existingSlug: 'openexemple' })

    expect(server.db.select().from(adoption).all()).toMatchObject([{ softwareId: known }])
    expect(server.db.select().from(softwareProposal).get()?.softwareId).toBe(known)
  })

  it('refused takes the declarations with it, and says why', () => {
    const { server, first, second, proposal, moderator, caseOf } = aCatalogueThatLacks()
    proposeSoftware(first, proposal(0))
    proposeSoftware(second, proposal(1))

    settleCase(moderator, { caseId: caseOf(), accepted: false, reason: REASON })

    expect(server.db.select().from(waitingDeclaration).all()).toEqual([])
    expect(server.db.select().from(adoption).all()).toEqual([])
    expect(mailsOf(server)).toHaveLength(2)
  })

  it.each([
    ['a licence that is none', { licence: 'Propriétaire' }, { licence: 'licence-not-spdx' }],
    ['a licence that is not free', { licence: 'BUSL-1.1' }, { licence: 'licence-not-free' }],
    ['a vague licence', { licence: 'GPL-3.0' }, { licence: 'licence-deprecated' }],
    ['no function', { functions: '' }, { functions: 'functions-wrong' }],
    ['a function of nobody', { functions: 'alchimie' }, { functions: 'functions-unknown' }],
    ['no publisher', { publisher: '' }, { publisher: 'publisher-wrong' }],
    ['no document', { sourceUrl: 'nulle part' }, { sourceUrl: 'sourceUrl-wrong' }],
    ['a short text', { descriptionEn: 'Short' }, { descriptionEn: 'descriptionEn-wrong' }],
    ['the address of a page', { slug: 'demander' }, { slug: 'slug-wrong' }],
    ['a taken address', { slug: 'openexemple' }, { slug: 'slug-taken' }],
  ])('does not enter with %s, and nothing of it stays', (_what, change, faults) => {
    const { server, first, proposal, moderator, caseOf } = aCatalogueThatLacks()
    aSoftware(server)
    proposeSoftware(first, proposal(0))
    const before = contentsOf(server)
    const newEntry = { ...NEW_ENTRY, ...change }

    expect(
      faultsOf(() =>
        settleCase(moderator, { caseId: caseOf(), accepted: true, reason: REASON, newEntry }),
      ),
    ).toEqual(faults)
    expect(contentsOf(server)).toEqual(before)
  })
})
