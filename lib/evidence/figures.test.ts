import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import { Forbidden, NotFound, SignInNeeded } from '#lib/errors.ts'
import { aUser } from '#lib/testing/builders.ts'
import { aGridOfRules } from '#lib/testing/evidence.ts'
import { aGrid } from '#lib/testing/label.ts'
import { aCommune } from '#lib/testing/life.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { compareEvidence } from './commands/recompute-evidence.ts'
import { stateFigures } from './commands/state-figures.ts'
import { organisationYears } from './year-figures.ts'

const NOTHING = { workstations: '', servers: '', serversVirtual: '', schoolWorkstations: '' }
const OF_2026 = { organisation: 'commune', year: '2026', ...NOTHING }

function aCommuneWithASuite() {
  const commune = aCommune()
  aGrid(
    commune.context,
    'reference',
    aGridOfRules({
      part: {
        rule: 'largest-share',
        software: { functions: ['listes-electorales'] },
        of: 'workstations',
      },
    }),
  )
  declareAdoption(commune.asAgent(), {
    organisation: 'commune',
    software: 'openexemple',
    state: 'production',
    workstations: '540',
  })
  const kept = () =>
    (contentsOf(commune.context).criterion_evidence as Array<{ value: number; full: number }>).map(
      ({ value, full }) => ({ value, full }),
    )
  return { ...commune, kept }
}

describe('stating the figures of a year', () => {
  it('turns a list into a share at once, with its trace', () => {
    const { context, asAgent, kept } = aCommuneWithASuite()
    expect(kept()).toEqual([{ value: null, full: 0 }])

    expect(stateFigures(asAgent(), { ...OF_2026, workstations: '1 200' })).toEqual({ year: 2026 })
    expect(kept()).toEqual([{ value: 45, full: 1 }])
    stateFigures(asAgent(), { ...OF_2026, workstations: '600' })
    expect(kept()).toEqual([{ value: 90, full: 1 }])

    expect(compareEvidence(context)).toEqual({ differences: 0, due: 0 })
    expect(auditOf(context).at(-1)).toMatchObject({
      action: 'label.state-figures',
      subject: 'commune',
      detail: { year: 2026, workstations: 600, servers: null },
    })
  })

  it('counts the latest year stated, as a whole, until it is withdrawn', () => {
    const { asAgent, kept } = aCommuneWithASuite()
    stateFigures(asAgent(), { ...OF_2026, year: '2025', workstations: '600' })
    stateFigures(asAgent(), { ...OF_2026, servers: '40', serversVirtual: 'yes' })
    expect(kept()).toEqual([{ value: null, full: 0 }])

    stateFigures(asAgent(), OF_2026)
    expect(kept()).toEqual([{ value: 90, full: 1 }])
  })

  it('shows every year to the people of the organisation', () => {
    const { asAgent } = aCommuneWithASuite()
    stateFigures(asAgent(), { ...OF_2026, servers: '40', serversVirtual: 'no' })
    stateFigures(asAgent(), { ...OF_2026, year: '2024', serversVirtual: 'yes', workstations: '5' })

    expect(organisationYears(asAgent(), 'commune')).toMatchObject({
      current: 2026,
      stated: [
        { year: 2026, workstations: null, servers: 40, serversVirtual: false },
        // Of servers that are not counted there is nothing to say.
        { year: 2024, workstations: 5, servers: null, serversVirtual: null },
      ],
    })
  })

  it.each([
    [{ year: '2027', workstations: '5' }, 'year: year-future'],
    [{ year: '2015', workstations: '5' }, 'year: year-wrong'],
    [{ year: 'ici', workstations: '5' }, 'year: year-wrong'],
    [{ workstations: 'beaucoup' }, 'workstations: count-wrong'],
    [{ servers: '-3' }, 'servers: count-wrong'],
    [{ schoolWorkstations: '12345678' }, 'schoolWorkstations: count-wrong'],
    [{ servers: '3', serversVirtual: 'peut-être' }, 'serversVirtual: virtual-wrong'],
    [{}, 'workstations: nothing-said'],
  ])('refuses %j, and changes nothing', (typed, expected) => {
    const { context, asAgent } = aCommuneWithASuite()
    const before = contentsOf(context)
    let fault = ''
    try {
      stateFigures(asAgent(), { ...OF_2026, ...typed })
    } catch (error) {
      const [issue] = (error as z.ZodError).issues
      fault = `${String(issue?.path[0])}: ${issue?.message}`
    }
    expect(fault).toBe(expected)
    expect(contentsOf(context)).toEqual(before)
  })

  it('is for the people of the organisation alone', () => {
    const { context, as } = aCommuneWithASuite()
    const stranger = as(aUser(context))
    const stated = { ...OF_2026, workstations: '5' }
    expect(() => stateFigures(stranger, stated)).toThrow(Forbidden)
    expect(() => organisationYears(stranger, 'commune')).toThrow(Forbidden)
    expect(() => stateFigures(as({ kind: 'visitor' }), stated)).toThrow(SignInNeeded)
    expect(() => stateFigures(stranger, { ...stated, organisation: 'inconnue' })).toThrow(NotFound)
  })
})
