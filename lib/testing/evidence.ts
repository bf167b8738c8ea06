import type { Denominators, Fact, SoftwareFact } from '#lib/evidence/rules/fact.ts'
import { freshUntil } from '#lib/evidence/rules/freshness.ts'
import { type evidenceRule, type GridInput, gridInput } from '#lib/label/grid-schema.ts'

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

type UnparsedRule = typeof evidenceRule._zod.input

/** A grid of one axis, `logiciels`, with a criterion for each rule: `logiciels.<name>`. */
export const aGridOfRules = (rules: Record<string, UnparsedRule>): GridInput =>
  gridInput.parse({
    title: { fr: 'Grille d’essai', en: 'Grid of a test' },
    axes: [
      {
        id: 'logiciels',
        name: { fr: 'Logiciels', en: 'Software' },
        criteria: Object.entries(rules).map(([name, rule]) => ({
          id: `logiciels.${name}`,
          label: { fr: name, en: name },
          answer: ['text'],
          basis: 'proposal',
          rule,
        })),
      },
    ],
  })

/** One criterion for each kind of rule. Needs someFunctions(). */
export const aGridOfEveryRule = (): GridInput =>
  aGridOfRules({
    nombre: { rule: 'software-count', software: { business: true } },
    'part-postes': {
      rule: 'largest-share',
      software: { functions: ['supervision'] },
      of: 'workstations',
    },
    'part-ecoles': {
      rule: 'largest-share',
      software: { groups: ['elections'] },
      of: 'schoolWorkstations',
    },
    'part-systemes': {
      rule: 'summed-share',
      software: { groups: ['infrastructure'] },
      of: 'workstations',
    },
    'part-serveurs': {
      rule: 'summed-share',
      software: { functions: ['sauvegarde'] },
      of: 'servers',
    },
    'part-mutualisee': { rule: 'pooled-share' },
    elections: { rule: 'any-software', software: { functions: ['listes-electorales'] } },
    formats: { rule: 'open-formats', software: { business: true } },
    chronologie: { rule: 'timeline' },
    publications: { rule: 'published-software' },
    contributions: { rule: 'published-software', full: false },
    temoignages: { rule: 'testimonials' },
  })
