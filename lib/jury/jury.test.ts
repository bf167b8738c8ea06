import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { membership } from '#db/schema/accounts.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { application, juryAssignment, juryScore } from '#db/schema/applications.ts'
import { organisation } from '#db/schema/organisations.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import {
  anAdoption,
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import {
  allFinished,
  aSnapshot,
  aSubmittedApplication,
  assigned,
  closedOf,
  lastSnapshot,
  typedDecision,
  typedScores,
} from '#lib/testing/jury.ts'
import { anOpenEdition } from '#lib/testing/label.ts'
import { assignJurors } from './commands/assign.ts'
import { decide } from './commands/decide.ts'
import { declareConflictOf, declareMyConflict } from './commands/declare-conflict.ts'
import { keepJury } from './commands/keep-jury.ts'
import { saveScores } from './commands/save-scores.ts'
import { getEditionFiles } from './edition-files.ts'
import { getJuryFile, listMyFiles } from './queries.ts'
import { standingInJury } from './standing.ts'

const AXES = ['strategie', 'logiciels']

let server: Context
let later: Context
let candidate: number
let file: number
let organiser: UserActor
let first: UserActor
let second: UserActor

/** The same moment of the same catalogue, for someone else. */
const as = (actor: UserActor, of: Context = later) => ({ ...of, actor })
const stateOf = (id = file) =>
  server.db.select().from(application).where(eq(application.id, id)).get()?.state
const score = (who: UserActor, finish: boolean, value: number | '' = 4, comment = '') =>
  saveScores(as(who), {
    applicationId: file,
    finish,
    typed: typedScores(AXES, value, comment),
  })

beforeEach(() => {
  server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  anOpenEdition(server)
  candidate = anOrganisation(server)
  file = aSubmittedApplication(server, { organisationId: candidate })
  organiser = aUser(server, { roles: ['label-organiser'] })
  first = aUser(server, { roles: ['juror'], name: 'Première' })
  second = aUser(server, { roles: ['juror'], name: 'Seconde' })
  later = { ...server, now: closedOf(server) }
})

describe('a file that waits for its jury', () => {
  it('is opened to nobody before the closing and its grace', () => {
    expect(() => assigned(as(organiser, server), file, [first, second])).toThrow(Conflict)
    assigned(as(organiser), file, [first, second])
    expect(() => getJuryFile(as(first, server), file)).toThrow(NotFound)
    expect(listMyFiles(as(first, server))).toMatchObject([{ access: 'waiting' }])
    expect(() =>
      saveScores(as(first, server), { applicationId: file, finish: false, typed: {} }),
    ).toThrow(NotFound)
  })

  it('is examined once it has the jurors that it needs, or one of them has begun', () => {
    assigned(as(organiser), file, [first])
    expect(stateOf()).toBe('submitted')
    assigned(as(organiser), file, [first, second])
    expect(stateOf()).toBe('examining')
  })

  it('is read by its jurors alone', () => {
    assigned(as(organiser), file, [first])
    expect(() => getJuryFile(as(second), file)).toThrow(NotFound)
    expect(standingInJury(as(second), file)).toBe('none')
    expect(standingInJury(as(first), file)).toBe('reads')
    expect(standingInJury(as(first, server), file)).toBe('none')
    expect(() => score(second, false)).toThrow(NotFound)
  })

  it('takes nobody who is not of the jury', () => {
    expect(() => assigned(as(organiser), file, [aUser(server)])).toThrow('n’est pas du jury')
  })

  it('keeps its jurors once they have finished, and once the jury has decided', () => {
    assigned(as(organiser), file, [first, second])
    score(first, true)
    expect(() => assigned(as(organiser), file, [second])).toThrow(Conflict)
    score(second, true)
    decide(as(organiser), { applicationId: file, typed: typedDecision('3') })
    const third = aUser(server, { roles: ['juror'] })
    expect(() => assigned(as(organiser), file, [first, second, third])).toThrow(Conflict)
  })

  it('is proposed to those who may read it', () => {
    const tied = aUser(server, { roles: ['juror'], memberOf: [candidate] })
    const { files } = getEditionFiles(as(organiser), 2026)
    expect(files[0]?.proposed.sort()).toEqual([first.id, second.id].sort())
    expect(files[0]?.links).toEqual({ [tied.id]: 'member' })
  })
})

describe('a juror who is tied to the candidate', () => {
  const join = (who: UserActor, organisationId: number) =>
    server.db
      .insert(membership)
      .values({ userId: who.id, organisationId, role: 'member', how: 'server', createdAt: '' })
      .run()

  const TIES: Record<string, () => number> = {
    'a member of it': () => candidate,
    'a member of its EPCI': () => {
      const epci = anOrganisation(server, { kind: 'epci', insee: '' })
      server.db
        .update(organisation)
        .set({ epciId: epci })
        .where(eq(organisation.id, candidate))
        .run()
      return epci
    },
    'a member of what runs its software': () => {
      const operatorId = anOrganisation(server, { kind: 'syndicat', insee: '' })
      const software = aSoftware(server)
      reportAdoptions(server, [anAdoption(software, candidate, { operatorId })])
      return operatorId
    },
    'a member of what it runs software for': () => {
      const served = anOrganisation(server)
      const software = aSoftware(server)
      reportAdoptions(server, [anAdoption(software, served, { operatorId: candidate })])
      return served
    },
  }

  it.each(Object.keys(TIES))('reads nothing of it: %s', (how) => {
    assigned(as(organiser), file, [first, second])
    expect(getJuryFile(as(first), file).snapshot.application).toBe(file)
    join(first, TIES[how]?.() ?? 0)
    expect(() => getJuryFile(as(first), file)).toThrow(NotFound)
    expect(() => score(first, false)).toThrow(NotFound)
    expect(standingInJury(as(first), file)).toBe('barred')
    expect(listMyFiles(as(first))).toMatchObject([{ access: 'closed', scored: 0 }])
    const third = aUser(server, { roles: ['juror'] })
    join(third, candidate)
    expect(() => assigned(as(organiser), file, [second, third])).toThrow(Conflict)
  })

  it('is so no more once the operator runs nothing for it', () => {
    const operator = TIES['a member of what runs its software']?.() ?? 0
    join(first, operator)
    expect(() => assigned(as(organiser), file, [first])).toThrow(Conflict)
    server.db.update(adoption).set({ state: 'stopped' }).run()
    assigned(as(organiser), file, [first])
  })

  it('is found by the address that the dossier names, too', () => {
    server.db.update(application).set({ electedEmail: first.email.toUpperCase() }).run()
    expect(() => assigned(as(organiser), file, [first])).toThrow(Conflict)
  })

  it('stays barred after leaving, once it is on record', () => {
    assigned(as(organiser), file, [first, second])
    join(first, candidate)
    expect(keepJury({ ...later, actor: server.actor })).toEqual({ closed: 1 })
    server.db.delete(membership).run()
    expect(() => getJuryFile(as(first), file)).toThrow(NotFound)
    expect(keepJury({ ...later, actor: server.actor })).toEqual({ closed: 0 })
  })

  it('is neither waited for nor read: their notes count no more', () => {
    const third = aUser(server, { roles: ['juror'] })
    assigned(as(organiser), file, [first, second, third])
    score(third, true, 1, 'À ne pas lire')
    score(first, true)
    score(second, true)
    expect(stateOf()).toBe('assessed')
    join(third, candidate)
    expect(JSON.stringify(getJuryFile(as(first), file))).not.toContain('À ne pas lire')
  })

  it('bars an organiser, too', () => {
    assigned(as(organiser), file, [first, second])
    allFinished(later, file)
    join(organiser, candidate)
    expect(() => getJuryFile(as(organiser), file)).toThrow(NotFound)
    expect(() => decide(as(organiser), { applicationId: file, typed: typedDecision('5') })).toThrow(
      NotFound,
    )
    expect(getEditionFiles(as(organiser), 2026).files[0]).toMatchObject({ barredToMe: true })
  })

  it('can say so, and the organiser can, for good', () => {
    assigned(as(organiser), file, [first, second])
    declareMyConflict(as(first), { applicationId: file, reason: 'J’y ai travaillé.' })
    expect(() => getJuryFile(as(first), file)).toThrow(NotFound)
    declareConflictOf(as(organiser), {
      applicationId: file,
      userId: second.id,
      reason: 'Conjoint du maire.',
    })
    expect(() => getJuryFile(as(second), file)).toThrow(NotFound)
    assigned(as(organiser), file, [])
    expect(server.db.select().from(juryAssignment).all()).toHaveLength(2)
  })
})

describe('what a juror writes', () => {
  beforeEach(() => assigned(as(organiser), file, [first, second]))

  it('is kept as a draft, and is whole before it is their last word', () => {
    score(first, false, '', 'À relire')
    expect(getJuryFile(as(first), file).mine).toMatchObject([
      { score: null, comment: 'À relire' },
      { score: null },
    ])
    expect(() => score(first, true, '')).toThrow('score-missing')
    expect(() => score(first, false, 6)).toThrow('score-unsound')
    score(first, true, 0)
    expect(getJuryFile(as(first), file).finished).toBe(true)
  })

  it('is hidden from the others and from the organiser until all have finished', () => {
    score(first, true, 2, 'Secret de la première')
    score(second, false, 5, 'Secret de la seconde')
    for (const who of [first, second, organiser]) {
      const read = JSON.stringify(getJuryFile(as(who), file))
      if (who !== first) expect(read).not.toContain('Secret de la première')
      if (who !== second) expect(read).not.toContain('Secret de la seconde')
    }
    expect(JSON.stringify(getEditionFiles(as(organiser), 2026))).not.toContain('Secret')
    score(second, true, 5, 'Secret de la seconde')
    expect(stateOf()).toBe('assessed')
    for (const who of [first, second, organiser]) {
      const read = JSON.stringify(getJuryFile(as(who), file))
      expect(read).toContain('Secret de la première')
      expect(read).toContain('Secret de la seconde')
    }
  })

  it('can be taken up again until then, not after', () => {
    score(first, true, 2)
    score(first, false, 3)
    expect(getJuryFile(as(first), file).finished).toBe(false)
    score(first, true, 3)
    score(second, true)
    expect(() => score(first, false, 1)).toThrow(Conflict)
  })

  it('waits for a dossier that more was asked of, and is hidden anew once it has changed', () => {
    allFinished(later, file, 3, 'Avant les compléments')
    const { db } = server
    db.update(application).set({ state: 'more-requested' }).run()
    expect(() => decide(as(organiser), { applicationId: file, typed: typedDecision('3') })).toThrow(
      Conflict,
    )
    const evening = new Date(later.now.getTime() + 3_600_000)
    aSnapshot({ ...later, now: evening }, file, lastSnapshot(later, file))
    db.update(application).set({ state: 'submitted' }).run()
    const context = { ...later, now: evening }
    expect(getJuryFile(as(first, context), file)).toMatchObject({
      finished: false,
      revealed: false,
      others: [],
    })
    keepJury({ ...context, actor: server.actor })
    expect(stateOf()).toBe('examining')
  })
})

describe('the deliberation', () => {
  beforeEach(() => assigned(as(organiser), file, [first, second]))

  it('comes once all have finished, and is entered in the scale of the edition', () => {
    const typed = typedDecision('4', { mention: 'Mutualisation', feedback: 'Bravo.' })
    expect(() => decide(as(first), { applicationId: file, typed })).toThrow(Conflict)
    allFinished(later, file)
    const entered = (level: string) =>
      decide(as(first), { applicationId: file, typed: typedDecision(level) })
    expect(() => entered('')).toThrow('level-missing')
    expect(() => entered('or')).toThrow('level-unknown')
    decide(as(first), { applicationId: file, typed })
    expect(stateOf()).toBe('deliberated')
    expect(getJuryFile(as(second), file).decision).toMatchObject({
      level: '4',
      mentions: [{ fr: 'Mutualisation', en: 'Mutualisation' }],
      feedback: 'Bravo.',
    })
  })

  it('says so where someone else has decided meanwhile', () => {
    allFinished(later, file)
    decide(as(first), { applicationId: file, typed: typedDecision('4') })
    expect(() => decide(as(second), { applicationId: file, typed: typedDecision('2') })).toThrow(
      'a changé depuis',
    )
    const seen = getJuryFile(as(second), file).decision?.decidedAt ?? ''
    decide(as(second), { applicationId: file, typed: typedDecision('none', { seen }) })
    expect(getJuryFile(as(first), file).decision?.level).toBe('')
  })

  it('asks a mention in both languages', () => {
    allFinished(later, file)
    const typed = { ...typedDecision('4'), 'mention-2-fr': 'Sobriété' }
    expect(() => decide(as(first), { applicationId: file, typed })).toThrow('mention-both')
  })

  it('is not for a juror of another file', () => {
    allFinished(later, file)
    const third = aUser(server, { roles: ['juror'] })
    expect(() => decide(as(third), { applicationId: file, typed: typedDecision('4') })).toThrow(
      NotFound,
    )
  })
})

it('forgets what a juror wrote when they are taken off a file', () => {
  assigned(as(organiser), file, [first, second])
  score(first, false)
  assignJurors(as(organiser), { year: 2026, files: [{ applicationId: file, jurors: [second.id] }] })
  expect(server.db.select().from(juryScore).all()).toEqual([])
})
