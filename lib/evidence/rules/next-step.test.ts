import { describe, expect, it } from 'vitest'
import type { ComputedEvidence, EvidenceItem } from '#lib/evidence/schema.ts'
import { evidenceRule } from '#lib/label/grid-schema.ts'
import { bestSteps } from './best-steps.ts'
import { nextStep } from './next-step.ts'

const rule = (input: object) => ({ rule: evidenceRule.parse(input) })
const software = { functions: ['navigateur'] }
const SHARE = rule({ rule: 'largest-share', software, of: 'workstations' })
const ANY = rule({ rule: 'any-software', software })
const BY_HAND = { rule: null }

const item = (id: number, more: Partial<EvidenceItem> = {}): EvidenceItem => ({
  kind: 'adoption',
  id,
  software: { slug: `logiciel-${id}`, name: `Logiciel ${id}` },
  state: 'production',
  trust: 'confirmed',
  since: '',
  units: null,
  confirmedOn: '2025-12-01',
  fresh: true,
  ...more,
})
const evidence = (more: Partial<ComputedEvidence>): ComputedEvidence => ({
  criterion: 'logiciels.navigateur',
  rule: 'any-software',
  state: 'partial',
  value: null,
  numerator: null,
  denominator: null,
  items: [],
  apart: [],
  reasons: [],
  ...more,
})

describe('the next step of a criterion', () => {
  it('is none where it is evidenced, or answered by hand', () => {
    expect(nextStep(ANY, evidence({ state: 'evidenced' }), false, 9)).toBeNull()
    expect(nextStep(BY_HAND, undefined, true, 0)).toBeNull()
    expect(nextStep(ANY, evidence({ state: 'empty', reasons: ['nothing'] }), true, 9)).toBeNull()
  })

  it('is the figure that turns a list into a share, before all else', () => {
    const reasons = ['stale', 'no-units', 'no-denominator'] as const
    expect(nextStep(SHARE, evidence({ reasons: [...reasons] }), false, 0)).toEqual({
      kind: 'state-figure',
      of: 'workstations',
    })
  })

  it('is to say the extent of the uses that lack one', () => {
    const items = [item(1), item(2, { units: 30 })]
    expect(nextStep(SHARE, evidence({ items, reasons: ['no-units'] }), false, 0)).toEqual({
      kind: 'say-units',
      of: 'workstations',
      adoptions: [1],
    })
  })

  it('is to confirm what is old, and says what never was', () => {
    const items = [
      item(1, { fresh: false, confirmedOn: '2023-01-01' }),
      item(2, { fresh: false, confirmedOn: '' }),
      item(3),
    ]
    expect(nextStep(ANY, evidence({ items, reasons: ['stale'] }), true, 0)).toEqual({
      kind: 'reconfirm',
      adoptions: [1, 2],
      never: 1,
    })
  })

  it('is to answer where adoptions are a hint, once', () => {
    const hint = evidence({ items: [item(1)], reasons: ['hint'] })
    expect(nextStep(rule({ rule: 'pooled-share' }), hint, false, 0)).toEqual({ kind: 'answer' })
    expect(nextStep(rule({ rule: 'pooled-share' }), hint, true, 0)).toBeNull()
  })

  it('is to look at those around where there is nothing, else to declare, else to answer', () => {
    const nothing = evidence({ state: 'empty', reasons: ['nothing'] })
    expect(nextStep(ANY, nothing, false, 12)).toEqual({ kind: 'near', organisations: 12 })
    expect(nextStep(ANY, nothing, false, 0)).toEqual({ kind: 'declare' })
    expect(nextStep(rule({ rule: 'timeline' }), nothing, false, 12)).toEqual({ kind: 'declare' })
    expect(nextStep(BY_HAND, undefined, false, 0)).toEqual({ kind: 'answer' })
    expect(nextStep(rule({ rule: 'testimonials' }), nothing, false, 0)).toEqual({ kind: 'answer' })
  })
})

describe('what to do first', () => {
  it('is what serves most criteria; a use is counted once, whatever it backs', () => {
    const steps = bestSteps([
      { slug: 'a', step: { kind: 'reconfirm', adoptions: [1, 2], never: 0 } },
      { slug: 'b', step: { kind: 'state-figure', of: 'workstations' } },
      { slug: 'c', step: { kind: 'reconfirm', adoptions: [2, 3], never: 1 } },
      { slug: 'd', step: { kind: 'near', organisations: 3 } },
      { slug: 'e', step: { kind: 'near', organisations: 12 } },
      { slug: 'f', step: { kind: 'near', organisations: 7 } },
      { slug: 'g', step: { kind: 'answer' } },
      { slug: 'h', step: null },
    ])
    expect(steps).toEqual([
      { kind: 'reconfirm', adoptions: 3, never: 1, criteria: ['a', 'c'] },
      { kind: 'state-figure', of: 'workstations', criteria: ['b'] },
      { kind: 'near', organisations: 12, criteria: ['e'] },
      { kind: 'near', organisations: 7, criteria: ['f'] },
    ])
  })
})
