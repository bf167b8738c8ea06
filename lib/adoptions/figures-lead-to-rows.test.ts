import { describe, expect, it } from 'vitest'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import { anOrganisation, aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { countOtherAdoptions, latestAdoptions, listUsers, usersByDimension } from './queries.ts'
import {
  ADOPTION_STATES,
  ADOPTION_TRUSTS,
  NO_PLACE,
  NO_YEAR,
  type TallyDimension,
  userFilters,
} from './schema.ts'
import { stopsOfSoftware } from './stops.ts'

const PARAMETERS: Record<TallyDimension, { name: string; nothing: string }> = {
  departement: { name: 'departement', nothing: NO_PLACE },
  region: { name: 'region', nothing: NO_PLACE },
  kind: { name: 'type', nothing: '' },
  size: { name: 'taille', nothing: '' },
  year: { name: 'annee', nothing: NO_YEAR },
  state: { name: 'etat', nothing: '' },
}

/** One software with a user in each state, of each trust, in each kind of place, from each kind of date. */
function oneOfEach() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context)
  const places = [
    { departement: '13', region: '93' },
    { departement: '35', region: '53' },
    // The body of a région is in no département; a national one is nowhere.
    { kind: 'region', departement: '', region: '93' },
    { kind: 'syndicat', departement: '', region: '', population: null },
  ] as const
  const dates = ['', '2019', '2019-05', '2021-02-03']
  let turn = 0
  for (const state of ADOPTION_STATES) {
    for (const trust of ADOPTION_TRUSTS) {
      for (const place of places) {
        const since = dates[turn++ % dates.length] ?? ''
        anAdoptionOnRecord(context, software, anOrganisation(context, place), {
          state,
          trust,
          since,
        })
      }
    }
  }
  const rows = (query: object) => listUsers(context, software, userFilters.parse(query))
  return { context, software, rows }
}

describe('a figure leads to as many rows as it says', () => {
  it.each(Object.keys(PARAMETERS) as TallyDimension[])('by %s', (dimension) => {
    const { context, software, rows } = oneOfEach()
    const { name, nothing } = PARAMETERS[dimension]
    const figures = Object.entries(usersByDimension(context, software)[dimension])

    expect(figures.length).toBeGreaterThan(1)
    for (const [value, count] of figures) {
      const query = { [name]: value || nothing }
      expect(rows(query).total, JSON.stringify(query)).toBe(count.total)
      expect(rows({ ...query, parole: 'confirmed' }).total).toBe(count.confirmed)
      expect(rows({ ...query, parole: 'to-reconfirm' }).total).toBe(count.toReconfirm)
    }
  })

  it('of those who stopped or only look at it', () => {
    const { context, software, rows } = oneOfEach()

    expect(countOtherAdoptions(context, software)).toEqual({ evaluating: 12, stopped: 12 })
    expect(rows({ etat: 'evaluating' }).total).toBe(12)
    expect(rows({ etat: 'stopped' }).total).toBe(12)
    expect(rows({ etat: 'stopped', raison: 'non-dite' }).total).toBe(12)
    expect(stopsOfSoftware(context, software)).toMatchObject({
      total: 12,
      byReason: [{ reason: '', n: 12 }],
    })
  })
})

describe('what is contested', () => {
  it('is in no list, whatever the address asks for', () => {
    const { context, rows } = oneOfEach()
    const all = rows({ etat: 'toutes' })

    expect(all.total).toBe(48)
    expect(all.items.some(({ trust }) => trust === 'contested')).toBe(false)
    // No such filter: it falls back to none.
    expect(rows({ parole: 'contested', etat: 'toutes' }).total).toBe(48)
    expect(latestAdoptions(context, 100).some(({ trust }) => trust === 'contested')).toBe(false)
  })
})

describe('why a use ended', () => {
  it('is counted by reason, the most frequent first, those that say nothing last', () => {
    const { context, software, rows } = oneOfEach()
    const stop = (stopReason: 'cost' | 'replaced', stoppedOn: string, stopNote = '') =>
      anAdoptionOnRecord(
        context,
        software,
        anOrganisation(context),
        { state: 'stopped', trust: 'confirmed' },
        { stopReason, stoppedOn, stopNote },
      )
    stop('cost', '2022')
    stop('replaced', '2024-03', 'par un autre logiciel libre')
    stop('replaced', '2023')

    const stops = stopsOfSoftware(context, software)

    expect(stops.byReason).toEqual([
      { reason: 'replaced', n: 2 },
      { reason: 'cost', n: 1 },
      { reason: '', n: 12 },
    ])
    expect(stops.latest.slice(0, 3).map(({ detail }) => detail?.stoppedOn)).toEqual([
      '2024-03',
      '2023',
      '2022',
    ])
    expect(rows({ etat: 'stopped', raison: 'replaced' })).toMatchObject({
      total: 2,
      items: [{ detail: { stopReason: 'replaced' } }, { detail: { stopReason: 'replaced' } }],
    })
  })
})
