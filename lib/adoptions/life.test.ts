import { describe, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { Forbidden, NotFound, SignInNeeded } from '#lib/errors.ts'
import { anOrganisation, aUser } from '#lib/testing/builders.ts'
import { aCommune, eventsOf, wrongFigures } from '#lib/testing/life.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { ChangedMeanwhile } from './changed-meanwhile.ts'
import { changeAdoption, endAdoption, reopenAdoption } from './commands/change-adoption.ts'
import { confirmAdoptions } from './commands/confirm-adoptions.ts'
import { contestAdoption } from './commands/contest-adoption.ts'
import { declareAdoption } from './commands/declare-adoption.ts'
import { settleContestation } from './commands/settle-contestation.ts'
import { catalogueUse } from './queries.ts'

/** An adoption that its organisation declared, and the forms on it. */
function declared(typed: Record<string, string> = {}) {
  const commune = aCommune()
  declareAdoption(commune.asAgent(), {
    organisation: 'commune',
    software: 'openexemple',
    state: 'production',
    ...typed,
  })
  return commune
}

const which = (revision: number) => ({ adoption: '1', revision: String(revision) })

describe('changing', () => {
  it('says what changed, field by field', () => {
    const { context, asAgent, row } = declared({ version: '7.0', note: 'Une note.' })

    changeAdoption(asAgent(), { ...which(1), state: 'pilot', version: '7.1', note: '' })

    expect(row()).toMatchObject({ state: 'pilot', revision: 2 })
    expect(contentsOf(context).adoption_event?.at(-1)).toMatchObject({
      kind: 'changed',
      changes: JSON.stringify({
        state: ['production', 'pilot'],
        version: ['7.0', '7.1'],
        note: ['Une note.', ''],
      }),
    })
    expect(auditOf(context).at(-1)).toMatchObject({ action: 'adoption.change' })
    expect(wrongFigures(context)).toEqual([])
  })

  it('is refused to the second of two agents, who learns what the first one changed', () => {
    const { context, as, asAgent, organisationId, row } = declared({ version: '7.0' })
    const colleague = aUser(context, { memberOf: [organisationId] })
    changeAdoption(asAgent(), { ...which(1), state: 'production', version: '7.1' })
    const before = contentsOf(context)

    const second = (revision: number) =>
      changeAdoption(as(colleague), { ...which(revision), state: 'pilot', version: '6.9' })
    expect(() => second(1)).toThrow(ChangedMeanwhile)
    expect(() => second(1)).toThrow(expect.objectContaining({ revision: 2, fields: ['version'] }))
    expect(contentsOf(context)).toEqual(before)

    // Having seen it, they send it again over it.
    expect(second(2).outcome).toBe('changed')
    expect(row()).toMatchObject({ state: 'pilot', revision: 3 })
  })

  it('twice with one click writes once and warns of nobody', () => {
    const { context, asAgent } = declared()
    const once = () => changeAdoption(asAgent(), { ...which(1), state: 'pilot' })
    once()
    const before = contentsOf(context)

    expect(once().outcome).toBe('unchanged')
    expect(contentsOf(context)).toEqual(before)
  })

  it.each([
    ['a member of another organisation', Forbidden],
    ['a visitor', SignInNeeded],
  ])('is refused to %s', (who, refusal) => {
    const { context, as } = declared()
    const other = anOrganisation(context)
    const actor =
      who === 'a visitor' ? ({ kind: 'visitor' } as const) : aUser(context, { managerOf: [other] })
    const form = { ...which(1), state: 'pilot' }

    expect(() => changeAdoption(as(actor), form)).toThrow(refusal)
    expect(() => endAdoption(as(actor), { ...form, stopReason: 'cost' })).toThrow(refusal)
    expect(() => reopenAdoption(as(actor), form)).toThrow(refusal)
    expect(() => contestAdoption(as(actor), { adoption: '1', reason: 'Faux' })).toThrow(refusal)
    expect(() => confirmAdoptions(as(actor), { organisationId: 1, adoptions: '1.1' })).toThrow(
      refusal,
    )
  })

  it('of what does not exist says so', () => {
    const { as, asAgent } = declared()
    const form = { adoption: '99', revision: '1', state: 'pilot' }

    expect(() => changeAdoption(asAgent(), form)).toThrow(NotFound)
    expect(() => changeAdoption(as({ kind: 'visitor' }), form)).toThrow(SignInNeeded)
  })
})

describe('ending and beginning again', () => {
  it('keeps why, and stops counting', () => {
    const { context, asAgent, row } = declared()

    endAdoption(asAgent(), {
      ...which(1),
      stoppedOn: '12/2025',
      stopReason: 'replaced',
      stopNote: 'Marché mutualisé.',
    })

    expect(row()).toMatchObject({ state: 'stopped', trust: 'confirmed', revision: 2 })
    expect(contentsOf(context).adoption_detail).toMatchObject([
      { stopped_on: '2025-12', stop_reason: 'replaced', stop_note: 'Marché mutualisé.' },
    ])
    expect(catalogueUse(context).use.total).toBe(0)

    reopenAdoption(asAgent(), { ...which(2), state: 'pilot' })

    expect(row()).toMatchObject({ state: 'pilot', revision: 3 })
    expect(contentsOf(context).adoption_detail).toMatchObject([
      { stopped_on: '', stop_reason: '', stop_note: '' },
    ])
    expect(catalogueUse(context).use.total).toBe(1)
    expect(eventsOf(context)).toEqual(['declared', 'ended', 'reopened'])
    expect(auditOf(context).slice(-2)).toMatchObject([
      { action: 'adoption.end' },
      { action: 'adoption.reopen' },
    ])
    expect(wrongFigures(context)).toEqual([])
  })

  it('wants a reason', () => {
    const { asAgent } = declared()

    expect(() => endAdoption(asAgent(), which(1))).toThrow(/stop-reason-missing/)
  })
})

describe('confirming what others reported', () => {
  it('makes it the organisation’s own word, one or many at once', () => {
    const { context, asAgent, organisationId, report, row } = aCommune()
    report()

    expect(confirmAdoptions(asAgent(), { organisationId, adoptions: '1.1,77.1' })).toEqual({
      confirmed: 1,
      already: 0,
      changed: 0,
    })

    expect(row()).toMatchObject({ trust: 'confirmed', origin: 'organisation', revision: 2 })
    expect(catalogueUse(context).use).toMatchObject({ confirmed: 1, reported: 0 })
    expect(eventsOf(context)).toEqual(['confirmed'])
    expect(wrongFigures(context)).toEqual([])
  })

  it('changes nothing the second time', () => {
    const { context, asAgent, organisationId, report } = aCommune()
    report()
    const confirm = () => confirmAdoptions(asAgent(), { organisationId, adoptions: '1.1' })
    confirm()
    const before = contentsOf(context)

    expect(confirm()).toEqual({ confirmed: 0, already: 1, changed: 0 })
    expect(contentsOf(context)).toEqual(before)
  })

  it('passes over what is not what was shown any more', () => {
    const { asAgent, organisationId, report, row } = aCommune()
    report()
    report({ state: 'stopped' })

    expect(confirmAdoptions(asAgent(), { organisationId, adoptions: '1.1' })).toMatchObject({
      changed: 1,
    })
    expect(row()).toMatchObject({ trust: 'reported', state: 'stopped' })
  })

  it('leaves alone what is another organisation’s', () => {
    const { context, as, report, row } = aCommune()
    report()
    const other = anOrganisation(context)
    const stranger = aUser(context, { memberOf: [other] })

    expect(
      confirmAdoptions(as(stranger), { organisationId: other, adoptions: '1.1' }),
    ).toMatchObject({ confirmed: 0 })
    expect(row()).toMatchObject({ trust: 'reported' })
  })
})

describe('contesting', () => {
  const contested = () => {
    const commune = aCommune()
    commune.report()
    contestAdoption(commune.asAgent(), { adoption: '1', reason: 'Nous ne l’avons jamais eu.' })
    return commune
  }
  const settle = ({ context }: ReturnType<typeof aCommune>, accepted: boolean) =>
    inTransaction(context.db, (tx) => settleContestation(tx, context, 1, accepted))

  it('takes it out of every figure at once, and into the queue', () => {
    const { context, row } = contested()

    expect(row()).toMatchObject({ trust: 'contested', revision: 2 })
    expect(catalogueUse(context).use.total).toBe(0)
    expect(contentsOf(context).moderation_case).toMatchObject([
      { kind: 'contestation', subject_id: 1, state: 'waiting' },
    ])
    expect(wrongFigures(context)).toEqual([])
  })

  it('twice opens one case', () => {
    const { context, asAgent } = contested()
    const before = contentsOf(context)

    contestAdoption(asAgent(), { adoption: '1', reason: 'Encore.' })

    expect(contentsOf(context)).toEqual(before)
  })

  it('wants a reason', () => {
    const { asAgent, report } = aCommune()
    report()

    expect(() => contestAdoption(asAgent(), { adoption: '1', reason: ' \n' })).toThrow(
      /reason-missing/,
    )
  })

  it('stays out for good when it is right, whatever documents go on saying', () => {
    const commune = contested()
    settle(commune, true)

    expect(commune.report()).toMatchObject({ kept: 1 })
    expect(commune.row()).toMatchObject({ trust: 'contested' })
    expect(eventsOf(commune.context)).toEqual(['contested', 'contest-settled'])
  })

  it('goes back to what it was when it is dismissed', () => {
    const commune = contested()
    settle(commune, false)

    expect(commune.row()).toMatchObject({ trust: 'reported', revision: 3 })
    expect(catalogueUse(commune.context).use).toMatchObject({ reported: 1, total: 1 })
    expect(wrongFigures(commune.context)).toEqual([])
  })

  it('gives way to what the organisation declares meanwhile, however it is settled', () => {
    const commune = contested()
    declareAdoption(commune.asAgent(), {
      organisation: 'commune',
      software: 'openexemple',
      state: 'pilot',
    })
    settle(commune, false)

    expect(commune.row()).toMatchObject({ trust: 'confirmed', state: 'pilot' })
  })
})
