import { describe, expect, it } from 'vitest'
import { askToJoin } from '#lib/accounts/commands/join.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden, SignInNeeded } from '#lib/errors.ts'
import { loadPublishers } from '#lib/publishers/commands.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import {
  anOrganisation,
  aSiren,
  aSoftware,
  aUser,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { proposeSoftware } from './commands/propose-software.ts'
import { settleCase } from './commands/settle-case.ts'
import { askForSoftware, settleSoftwareRequest } from './commands.ts'
import { getCase } from './get-case.ts'
import { countWaiting, listQueue } from './queue-queries.ts'
import { QUEUE_PAGE_SIZE, queueFilters } from './schema.ts'

const at = (context: Context, minutes: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + minutes * 60_000),
})

/** A moderator, and a commune that people ask for things in the name of. */
function aQueue() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  const siren = aSiren()
  const commune = anOrganisation(server, { siren, key: siren, name: 'Aubagne' })
  const moderator: Context = { ...server, actor: aUser(server, { roles: ['moderator'] }) }
  /** @returns the number of the case. */
  const join = (minutes: number, email?: string) => {
    const actor = aUser(server, email ? { email } : {})
    const context = { ...at(server, minutes), actor }
    askToJoin(context, { organisation: siren, role: 'member', message: 'Bonjour' })
    return Number(
      server.db.$client.prepare('SELECT max(id) FROM moderation_case').pluck().get() as number,
    )
  }
  return { server, siren, commune, moderator, join }
}

const queueOf = (context: Context, asked: Record<string, unknown> = {}) =>
  listQueue(context, queueFilters.parse(asked))

describe('the queue', () => {
  it('shows what waits, the oldest first, then what was settled, the latest first', () => {
    const { server, moderator, join } = aQueue()
    const [second, first, third] = [join(2), join(1), join(3)]
    askForSoftware(at(server, 0), { asked: 'Un outil', need: 'Un besoin' })
    const decide = { accepted: false, reason: 'Son adresse ne dit rien.' }
    settleCase(at(moderator, 10), { ...decide, caseId: first })
    settleCase(at(moderator, 20), { ...decide, caseId: third })

    const { items, waiting } = queueOf(moderator)

    expect(items.map(({ kind, id, state }) => [kind, id, state])).toEqual([
      ['software-request', 1, 'waiting'],
      ['join-request', second, 'waiting'],
      ['join-request', third, 'refused'],
      ['join-request', first, 'refused'],
    ])
    expect(items[0]).toMatchObject({ about: 'Un outil', need: 'Un besoin' })
    expect(items[1]?.about).toBe('Aubagne')
    expect(waiting).toMatchObject({ 'software-request': 1, 'join-request': 1, merge: 0 })
  })

  it('is narrowed by kind and by state, and what is asked wrongly narrows nothing', () => {
    const { server, moderator, join } = aQueue()
    join(1)
    const { reference } = askForSoftware(server, { asked: 'Un outil' })
    settleSoftwareRequest(moderator, reference)

    const kinds = (asked: Record<string, unknown>) =>
      queueOf(moderator, asked).items.map(({ kind }) => kind)
    expect(kinds({ type: 'join-request' })).toEqual(['join-request'])
    expect(kinds({ etat: 'traite' })).toEqual(['software-request'])
    expect(kinds({ etat: 'attente' })).toEqual(['join-request'])
    expect(kinds({ type: '%', etat: 'x', page: '-1' })).toHaveLength(2)
  })

  it('is paged, and a page past the last one is the last one', () => {
    const { moderator, join } = aQueue()
    for (let n = 0; n <= QUEUE_PAGE_SIZE; n++) join(n)

    expect(queueOf(moderator).items).toHaveLength(QUEUE_PAGE_SIZE)
    expect(queueOf(moderator, { page: 99 })).toMatchObject({ page: 2, pages: 2 })
    expect(queueOf(moderator, { page: 2 }).items).toHaveLength(1)
  })

  it('and its cases are shown to moderators alone', () => {
    const { server, join } = aQueue()
    const id = join(1)
    for (const read of [
      (context: Context) => queueOf(context),
      countWaiting,
      (context: Context) => getCase(context, id),
    ]) {
      expect(() => read({ ...server, actor: aUser(server) })).toThrow(Forbidden)
      expect(() => read({ ...server, actor: { kind: 'visitor' } })).toThrow(SignInNeeded)
    }
  })
})

describe('a case shows what is needed to decide it:', () => {
  it('of a request to join, the domain and what is known of it', () => {
    const { server, siren, moderator, join } = aQueue()
    loadPublishers(server, [
      {
        slug: 'ville',
        name: 'Ville',
        kind: 'public-body',
        website: 'https://www.aubagne.example.fr/accueil',
        siren,
        summary: { fr: 'Une ville', en: 'A town' },
        source: SOURCE,
      },
    ])
    const known = getCase(moderator, join(1, 'a@aubagne.example.fr'))
    const anyone = getCase(moderator, join(2, 'b@orange.fr'))

    expect(known).toMatchObject({
      about: 'Aubagne',
      person: { email: 'a@aubagne.example.fr' },
      details: { domain: 'aubagne.example.fr', proves: true, knownDomains: ['aubagne.example.fr'] },
    })
    expect(anyone?.details).toMatchObject({ domain: 'orange.fr', proves: false })
  })

  it('of a proposed software, who waits for it and the entries with a similar name', () => {
    const { server, siren, commune, moderator } = aQueue()
    aSoftware(server, { slug: 'openabsence', name: 'openAbsence' })
    drainSearchOutbox(server)
    const agent = { ...server, actor: aUser(server, { memberOf: [commune] }) }
    proposeSoftware(agent, {
      organisation: siren,
      name: 'openAbsent',
      what: 'Tient les absences',
      declaration: { state: 'pilot', since: '2020' },
    })

    expect(getCase(moderator, 1)?.details).toMatchObject({
      name: 'openAbsent',
      waiting: [{ key: siren, name: 'Aubagne', state: 'pilot', since: '2020' }],
      near: [{ slug: 'openabsence', name: 'openAbsence' }],
      became: null,
    })
  })

  it('and there is none of a number that nobody was given', () => {
    expect(getCase(aQueue().moderator, 99)).toBeUndefined()
  })
})
