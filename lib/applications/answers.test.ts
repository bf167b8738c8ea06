import { beforeEach, describe, expect, it } from 'vitest'
import { Conflict, Forbidden } from '#lib/errors.ts'
import { aCandidate, PEOPLE } from '#lib/testing/applications.ts'
import { anOrganisation, aUser } from '#lib/testing/builders.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { changePeople, PeopleChangedMeanwhile } from './commands/change-people.ts'
import { openDossier } from './commands/open-dossier.ts'
import { AnsweredMeanwhile, saveAnswer, takeFromReference } from './commands/save-answer.ts'
import { getDossier } from './queries.ts'

let candidate: ReturnType<typeof aCandidate>
beforeEach(() => {
  candidate = aCandidate()
})

const ENJEUX = 'strategie.enjeux'
const held = () =>
  getDossier(candidate.as(candidate.agent), { organisation: 'candidate', grid: '2026' }).dossier
const textOf = (slug: string) =>
  held()
    ?.content.axes.flatMap(({ criteria }) => criteria)
    .find((item) => item.slug === slug)?.answer

describe('an answer', () => {
  it('is kept as it is typed, with a revision that grows', () => {
    expect(candidate.answer(ENJEUX, { text: 'Un' })).toMatchObject({ revision: 1 })
    expect(candidate.answer(ENJEUX, { text: 'Deux' }, 1)).toMatchObject({ revision: 2 })
    expect(textOf(ENJEUX)).toEqual({ text: 'Deux' })
  })

  it('sent twice, or by two who write the same, changes nothing', () => {
    candidate.answer(ENJEUX, { text: 'Un' })
    const before = contentsOf(candidate.server)
    expect(candidate.answer(ENJEUX, { text: 'Un ' })).toMatchObject({ revision: 1 })
    expect(candidate.answer(ENJEUX, { text: 'Un' }, 0, candidate.colleague)).toMatchObject({
      revision: 1,
    })
    expect(contentsOf(candidate.server)).toEqual(before)
  })

  it('that two write at once is written over by neither: the second is shown both, and chooses', () => {
    candidate.answer(ENJEUX, { text: 'Le mien' })
    const second = () => candidate.answer(ENJEUX, { text: 'Le sien' }, 0, candidate.colleague)
    expect(second).toThrow(AnsweredMeanwhile)
    try {
      second()
    } catch (error) {
      expect(error).toMatchObject({ revision: 1, answer: { text: 'Le mien' } })
      expect((error as Error).message).toContain('Camille a répondu')
    }
    expect(textOf(ENJEUX)).toEqual({ text: 'Le mien' })
    candidate.answer(ENJEUX, { text: 'Les deux' }, 1, candidate.colleague)
    expect(textOf(ENJEUX)).toEqual({ text: 'Les deux' })
  })

  it('of 10,001 characters is refused, and the one before it stays', () => {
    candidate.answer(ENJEUX, { text: 'é'.repeat(10_000) })
    expect(() => candidate.answer(ENJEUX, { text: 'é'.repeat(10_001) }, 1)).toThrow('text-long')
    expect(textOf(ENJEUX)?.text).toHaveLength(10_000)
  })

  it('is read only from the closing second on, grace or not', () => {
    const save = (at: string) =>
      saveAnswer(candidate.as(candidate.agent, new Date(at)), {
        application: candidate.id,
        criterion: ENJEUX,
        revision: 0,
        typed: { text: 'Tard' },
      })
    expect(() => save('2026-02-14T12:00:00.000Z')).toThrow(Conflict)
    expect(save('2026-02-14T11:59:59.999Z')).toMatchObject({ revision: 1 })
  })

  it('is taken from the self-assessment by the id of its criterion, where it fits and none is there', () => {
    const { as, agent, id } = candidate
    const reference = openDossier(
      as(agent),
      { organisation: 'candidate', grid: 'reference' },
      { siteUrl: '' },
    )
    const fill = (criterion: string, typed: Record<string, string>) =>
      saveAnswer(as(agent), { application: reference.id, criterion, revision: 0, typed })
    fill(ENJEUX, { text: 'De l’auto-évaluation' })
    fill('logiciels.metier-nombre', { number: '40' })
    candidate.answer(ENJEUX, { text: 'Du dossier' })
    expect(held()?.toTake).toBe(1)
    expect(takeFromReference(as(agent), { application: id, reference: 'reference' })).toBe(1)
    expect(textOf(ENJEUX)).toEqual({ text: 'Du dossier' })
    expect(textOf('logiciels.metier-nombre')).toEqual({ number: '40' })
    expect(takeFromReference(as(agent), { application: id, reference: 'reference' })).toBe(0)
  })

  it('is written and read by the members of its organisation alone', () => {
    const elsewhere = anOrganisation(candidate.server)
    const stranger = aUser(candidate.server, { memberOf: [elsewhere] })
    expect(() => candidate.answer(ENJEUX, { text: 'Non' }, 0, stranger)).toThrow(Forbidden)
    expect(() =>
      getDossier(candidate.as(stranger), { organisation: 'candidate', grid: '2026' }),
    ).toThrow(Forbidden)
  })
})

describe('the people of a dossier', () => {
  const change = (people: Partial<typeof PEOPLE>, revision = candidate.row().revision) =>
    changePeople(candidate.as(candidate.agent), {
      application: candidate.id,
      revision,
      ...PEOPLE,
      ...people,
    })

  it('are named, and may be missing in a draft', () => {
    change({ electedName: '', electedEmail: '' })
    expect(candidate.row()).toMatchObject({ responsibleName: 'Camille Martin', electedName: '' })
    expect(held()?.missing).toContainEqual({ what: 'elected' })
  })

  it('are two', () => {
    expect(() => change({ electedEmail: PEOPLE.responsibleEmail.toUpperCase() })).toThrow(
      'same-person',
    )
    expect(() => change({ electedEmail: 'pas une adresse' })).toThrow('email-wrong')
  })

  it('that two change at once are written over by neither', () => {
    change({})
    expect(() => change({ electedName: 'Une autre' }, 1)).toThrow(PeopleChangedMeanwhile)
    expect(change({ electedName: 'Une autre' }, 2)).toEqual({ unvalidated: false })
  })
})
