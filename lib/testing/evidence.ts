import type { Denominators, Fact, SoftwareFact } from '#lib/evidence/rules/fact.ts'
import { freshUntil } from '#lib/evidence/rules/freshness.ts'

/** The day that tables of decisions are read on. */
export const DAY = '2026-01-15'

let counter = 0

export function aSoftwareFact(overrides: Partial<SoftwareFact> = {}): SoftwareFact {
  counter++
  return {
    id: counter,
    slug: `logiciel-${counter}`,
    name: `Logiciel ${counter}`,
    free: true,
    firstRelease: '',
    repository: 'https://forge.example.org/logiciel',
    functions: new Set(),
    groups: new Set(),
    business: false,
    ...overrides,
  }
}

/** An adoption in production, confirmed a month before the day, of which no extent is said. */
export function aFact({
  units = {},
  ...overrides
}: Partial<Omit<Fact, 'units'>> & { units?: Partial<Fact['units']> } = {}): Fact {
  counter++
  const confirmedOn = overrides.confirmedOn ?? '2025-12-15'
  return {
    kind: 'adoption',
    id: counter,
    software: aSoftwareFact(),
    state: 'production',
    trust: 'confirmed',
    since: '2019',
    confirmedOn,
    freshUntil: freshUntil(confirmedOn),
    units: { workstations: null, servers: null, schoolWorkstations: null, ...units },
    pooled: false,
    ...overrides,
  }
}

export const someDenominators = (overrides: Partial<Denominators> = {}): Denominators => ({
  workstations: 600,
  servers: 40,
  schoolWorkstations: 100,
  serversVirtual: true,
  ...overrides,
})
