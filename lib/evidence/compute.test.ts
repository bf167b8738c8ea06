import { describe, expect, it } from 'vitest'
import { adoption } from '#db/schema/adoptions.ts'
import { organisationYear } from '#db/schema/evidence.ts'
import type { Context } from '#lib/context.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import { anOrganisation, aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGridOfRules } from '#lib/testing/evidence.ts'
import { aGrid } from '#lib/testing/label.ts'
import { computeEvidence } from './compute.ts'

function aWorld() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  aGrid(
    context,
    'reference',
    aGridOfRules({
      metier: { rule: 'software-count', software: { business: true } },
      part: {
        rule: 'largest-share',
        software: { functions: ['listes-electorales'] },
        of: 'workstations',
      },
      infrastructure: { rule: 'any-software', software: { groups: ['infrastructure'] } },
      mutualise: { rule: 'pooled-share' },
      publie: { rule: 'published-software' },
    }),
  )
  return { context, organisationId: anOrganisation(context) }
}

const read = (context: Context, organisationId: number, at = context.now) =>
  Object.fromEntries(
    computeEvidence(context, { organisationId, grid: 'reference', at }).map((item) => [
      item.criterion.replace('logiciels.', ''),
      item,
    ]),
  )

/** Every adoption becomes its organisation's own word, given at a moment. */
function confirmed(context: Context, at: string): void {
  context.db.update(adoption).set({ confirmedAt: at, trust: 'confirmed' }).run()
}

describe('the evidence of an organisation', () => {
  it('counts as business what has a trade for its main function', () => {
    const { context, organisationId } = aWorld()
    anAdoptionOnRecord(context, aSoftware(context), organisationId)
    const suite = aSoftware(context, {
      slug: 'suite',
      functions: ['sauvegarde', 'listes-electorales'],
    })
    anAdoptionOnRecord(context, suite, organisationId)

    expect(read(context, organisationId).metier?.value).toBe(1)
  })

  it('comes from its rows: the count, the share of what it states, the operator', () => {
    const { context, organisationId } = aWorld()
    const operatorId = anOrganisation(context)
    const id = anAdoptionOnRecord(
      context,
      aSoftware(context),
      organisationId,
      { operatorId },
      { workstations: 540 },
    )
    confirmed(context, '2025-12-01T10:00:00.000Z')
    context.db
      .insert(organisationYear)
      .values([
        { organisationId, year: 2024, workstations: 500, updatedAt: '' },
        { organisationId, year: 2025, workstations: 600, updatedAt: '' },
        { organisationId, year: 2027, workstations: 10, updatedAt: '' },
      ])
      .run()

    expect(read(context, organisationId)).toMatchObject({
      metier: {
        state: 'evidenced',
        value: 1,
        items: [
          {
            kind: 'adoption',
            id,
            software: { slug: 'openexemple', name: 'openExemple' },
            state: 'production',
            trust: 'confirmed',
            since: '2019',
            units: null,
            confirmedOn: '2025-12-01',
            fresh: true,
          },
        ],
      },
      part: { state: 'evidenced', value: 90, numerator: 540, denominator: 600 },
      infrastructure: { state: 'empty', value: null, items: [], reasons: ['nothing'] },
      mutualise: { state: 'partial', value: 100, reasons: ['hint'] },
      publie: { state: 'empty' },
    })
  })

  it('lasts twelve months after the last word', () => {
    const { context, organisationId } = aWorld()
    anAdoptionOnRecord(context, aSoftware(context), organisationId)
    confirmed(context, '2025-12-01T10:00:00.000Z')
    const stateAt = (at: string) => read(context, organisationId, new Date(at)).metier?.state

    expect(stateAt('2026-12-01T10:00:00Z')).toBe('evidenced')
    expect(stateAt('2026-12-02T10:00:00Z')).toBe('partial')
    // A word given later says nothing of an earlier moment.
    expect(stateAt('2025-11-01T10:00:00Z')).toBe('partial')
  })

  it.each([
    ['a pilot is apart', { state: 'pilot' }, [0, 1]],
    ['an evaluation, too', { state: 'evaluating' }, [0, 1]],
    ['what has stopped is out', { state: 'stopped' }, [0, 0]],
    ['what is contested is out', { trust: 'contested' }, [0, 0]],
    ['what begins later is out', { since: '2026-02' }, [0, 0]],
    ['the month under way has begun', { since: '2026-01' }, [1, 0]],
    ['an unknown date counts', { since: '' }, [1, 0]],
  ] as const)('%s', (_what, row, expected) => {
    const { context, organisationId } = aWorld()
    anAdoptionOnRecord(context, aSoftware(context), organisationId, row)
    const { metier } = read(context, organisationId)
    expect([metier?.items.length, metier?.apart.length]).toEqual(expected)
  })

  it('leaves out what has no free licence, however it came in', () => {
    const { context, organisationId } = aWorld()
    anAdoptionOnRecord(context, aSoftware(context), organisationId)
    context.db.$client.exec(`UPDATE software SET licence = 'BUSL-1.1'`)
    expect(read(context, organisationId).metier?.state).toBe('empty')
  })

  it.each([
    ['an exact number of a document counts', 'workstations', 300, 300, 50],
    ['a range is no number', 'workstations', 200, 400, null],
    ['nor are users', 'users', 300, 300, null],
  ])('%s', (_what, perimeterUnit, perimeterMin, perimeterMax, value) => {
    const { context, organisationId } = aWorld()
    anAdoptionOnRecord(context, aSoftware(context), organisationId, {
      perimeterUnit,
      perimeterMin,
      perimeterMax,
    })
    context.db
      .insert(organisationYear)
      .values({ organisationId, year: 2026, workstations: 600, updatedAt: '' })
      .run()
    expect(read(context, organisationId).part?.value).toBe(value)
  })
})
