import { describe, expect, it } from 'vitest'
import { Forbidden, SignInNeeded } from '#lib/errors.ts'
import { anOrganisation, aUser } from '#lib/testing/builders.ts'
import { aCommune, eventsOf, wrongFigures } from '#lib/testing/life.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { declareAdoption } from './commands/declare-adoption.ts'
import { listAdoptionsOfOrganisation, usersByDimension } from './queries.ts'

const DECLARED = { organisation: 'commune', software: 'openexemple', state: 'production' }
const EVERYTHING = {
  ...DECLARED,
  since: '03/2019',
  version: '7.1',
  workstations: '1 200',
  users: '80',
  servers: '2',
  schoolWorkstations: '300',
  services: 'État civil, élections',
  runBy: 'operator',
  operator: 'syndicat',
  provider: '',
  replaces: 'Un logiciel propriétaire',
  costAvoided: '3 500 €',
  costMethod: 'Le devis de 2019',
  contactWish: 'relay',
  note: 'Bascule en une journée.',
}

const faultsOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { issues: Array<{ path: string[]; message: string }> }).issues.map(
      ({ path, message }) => `${path[0]}: ${message}`,
    )
  }
  return []
}

describe('declaring with the two answers that are required', () => {
  it('puts the organisation’s own word on record, counted as confirmed', () => {
    const { context, asAgent, organisationId, softwareId, agent, row } = aCommune()
    emptyOutbox(context)

    expect(declareAdoption(asAgent(), DECLARED)).toEqual({ adoptionId: 1, outcome: 'created' })

    expect(row()).toMatchObject({
      state: 'production',
      trust: 'confirmed',
      origin: 'organisation',
      revision: 1,
      confirmed_at: '2026-01-15T12:00:00.000Z',
      reported_on: '2026-01-15',
    })
    expect(listAdoptionsOfOrganisation(context, organisationId)).toMatchObject({
      uses: { confirmed: 1, total: 1 },
    })
    expect(usersByDimension(context, softwareId).state).toMatchObject({
      production: { confirmed: 1, total: 1 },
    })
    expect(eventsOf(context)).toEqual(['declared'])
    expect(auditOf(context).at(-1)).toMatchObject({
      actor: agent.id,
      action: 'adoption.declare',
      subject: `${softwareId}/${organisationId}`,
    })
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: softwareId }])
    expect(wrongFigures(context)).toEqual([])
  })

  it('writes nothing the second time, as a double click does', () => {
    const { context, asAgent } = aCommune()
    declareAdoption(asAgent(), EVERYTHING_WITHOUT_OPERATOR)
    const before = contentsOf(context)

    expect(declareAdoption(asAgent(), EVERYTHING_WITHOUT_OPERATOR)).toEqual({
      adoptionId: 1,
      outcome: 'unchanged',
    })

    expect(contentsOf(context)).toEqual(before)
  })

  it('renews a word that has lasted six months', () => {
    const { context, asAgent, row } = aCommune()
    declareAdoption(asAgent('2026-01-15T12:00:00Z'), DECLARED)

    expect(declareAdoption(asAgent('2026-07-15T11:59:59Z'), DECLARED).outcome).toBe('unchanged')
    expect(declareAdoption(asAgent('2026-07-15T12:00:00Z'), DECLARED).outcome).toBe('changed')

    expect(row()).toMatchObject({ confirmed_at: '2026-07-15T12:00:00.000Z', revision: 2 })
    expect(eventsOf(context)).toEqual(['declared', 'reconfirmed'])
  })
})

const EVERYTHING_WITHOUT_OPERATOR = { ...EVERYTHING, operator: '', runBy: 'own-it' }

describe('declaring everything', () => {
  it('keeps all of it, numbers and dates as people write them', () => {
    const { context, asAgent, organisationId } = aCommune()
    anOrganisation(context, { key: 'syndicat', siren: null, name: 'Syndicat', kind: 'syndicat' })

    declareAdoption(asAgent(), EVERYTHING)

    expect(listAdoptionsOfOrganisation(context, organisationId).items).toMatchObject([
      {
        since: '2019-03',
        perimeter: { unit: 'workstations', min: 1_200, max: 1_200 },
        operator: { name: 'Syndicat' },
        note: { fr: 'Bascule en une journée.' },
      },
    ])
    expect(contentsOf(context).adoption_detail).toMatchObject([
      {
        users: 80,
        servers: 2,
        school_workstations: 300,
        cost_avoided: 3_500,
        contact_wish: 'relay',
        run_by: 'operator',
      },
    ])
  })

  it('keeps the details on record that a shorter declaration leaves out', () => {
    const { context, asAgent } = aCommune()
    declareAdoption(asAgent(), EVERYTHING_WITHOUT_OPERATOR)

    declareAdoption(asAgent(), { ...DECLARED, state: 'pilot', version: '', workstations: '' })

    expect(contentsOf(context)).toMatchObject({
      adoption: [{ state: 'pilot', version: '7.1', revision: 2 }],
      adoption_detail: [{ workstations: 1_200, cost_avoided: 3_500 }],
    })
    expect(eventsOf(context)).toEqual(['declared', 'changed'])
  })

  it('lets the one who asked for a relay receive it', () => {
    const { context, asAgent, agent } = aCommune()
    declareAdoption(asAgent(), { ...DECLARED, contactWish: 'relay' })

    expect(contentsOf(context).adoption_detail).toMatchObject([{ contact_user_id: agent.id }])
  })

  it('forgets the operator with the answer that named it', () => {
    const { context, asAgent } = aCommune()
    anOrganisation(context, { key: 'syndicat', siren: null, name: 'Syndicat', kind: 'syndicat' })
    declareAdoption(asAgent(), EVERYTHING)

    declareAdoption(asAgent(), { ...EVERYTHING, runBy: 'provider', provider: 'Une entreprise' })

    expect(contentsOf(context)).toMatchObject({
      adoption: [{ operator_id: null }],
      adoption_detail: [{ run_by: 'provider', provider: 'Une entreprise' }],
    })
  })

  it('keeps a public contact out of the history', () => {
    const { context, asAgent } = aCommune()
    declareAdoption(asAgent(), {
      ...DECLARED,
      contactWish: 'public',
      contactPublic: 'dsi@arles.example',
    })

    expect(JSON.stringify(contentsOf(context).adoption_event)).not.toContain('dsi@')
  })
})

describe('a declaration that is refused', () => {
  it.each([
    [{ software: '' }, 'software: software-missing'],
    [{ software: 'inconnu' }, 'software: software-unknown'],
    [{ state: '' }, 'state: state-missing'],
    [{ state: 'used' }, 'state: state-missing'],
    [{ organisation: 'nulle-part' }, 'organisation: organisation-missing'],
    [{ since: 'hier' }, 'since: date-wrong'],
    [{ since: '31/02/2020' }, 'since: date-wrong'],
    [{ since: '2026-02' }, 'since: date-future'],
    [{ since: '2026-01-16' }, 'since: date-future'],
    [{ workstations: 'beaucoup' }, 'workstations: count-wrong'],
    [{ workstations: '-3' }, 'workstations: count-wrong'],
    [{ users: '12345678' }, 'users: count-wrong'],
    [{ costAvoided: '12,50' }, 'costAvoided: cost-wrong'],
    [{ costAvoided: '1000' }, 'costMethod: cost-method-missing'],
    [{ contactWish: 'public' }, 'contactPublic: contact-missing'],
    [{ contactWish: 'maybe' }, 'contactWish: choice-wrong'],
    [{ operator: 'personne' }, 'operator: operator-unknown'],
    [{ version: 'v'.repeat(201) }, 'version: line-long'],
    [{ note: 'n'.repeat(2_001) }, 'note: text-long'],
    [{ state: 'stopped', since: '2020', stoppedOn: '2019' }, 'stoppedOn: stopped-before-since'],
  ])('%j: %s', (typed, fault) => {
    const { context, asAgent } = aCommune()
    const before = contentsOf(context)

    expect(faultsOf(() => declareAdoption(asAgent(), { ...DECLARED, ...typed }))).toEqual([fault])

    expect(contentsOf(context)).toEqual(before)
  })

  it.each([
    ['today', { since: '2026-01-15' }],
    ['this month', { since: '01/2026' }],
    [
      'a year within which it also stopped',
      { state: 'stopped', since: '2019-05', stoppedOn: '2019' },
    ],
  ])('is not one that says %s', (_, typed) => {
    const { asAgent } = aCommune()

    expect(declareAdoption(asAgent(), { ...DECLARED, ...typed }).outcome).toBe('created')
  })

  it('for want of being a member, or of being signed in', () => {
    const { context, as } = aCommune()
    const stranger = aUser(context, {
      memberOf: [anOrganisation(context)],
      roles: ['administrator'],
    })

    expect(() => declareAdoption(as(stranger), DECLARED)).toThrow(Forbidden)
    expect(() => declareAdoption(as({ kind: 'visitor' }), DECLARED)).toThrow(SignInNeeded)
  })
})
