import type { Bilingual } from '#components/i18n/locale.ts'
import type { BestStep } from '#lib/evidence/rules/best-steps.ts'
import type { Coverage } from '#lib/evidence/rules/coverage.ts'
import type { NextStep } from '#lib/evidence/rules/next-step.ts'
import type { ComputedEvidence, EvidenceRule, EvidenceState } from '#lib/evidence/schema.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import type { ShownAward } from './award-list.tsx'

/** A criterion of a grid, as far as pages read it. */
export interface GridCriterion {
  slug: string
  axis: string
  number: string
  label: Bilingual
  help: Bilingual
  parts: readonly string[]
  choices: ReadonlyArray<{ value: string } & Bilingual>
  unit: string
  required: boolean
  basis: 'question' | 'theme' | 'proposal'
  basisNote: Bilingual
  sources: ReadonlyArray<{ title: string; url: string }>
  rule: EvidenceRule | null
  clarification: Bilingual
}

/** A criterion as the page of progress shows it. */
export interface ShownCriterion {
  criterion: GridCriterion
  state: EvidenceState
  evidence: ComputedEvidence | null
  answer: Record<string, string> | null
  step: NextStep | null
  only: Bilingual | null
  peers: { backed: number; evidenced: number }
}

export interface ShownAxis {
  slug: string
  name: Bilingual
  coverage: Coverage
  peersAverage: number
  criteria: readonly ShownCriterion[]
}

export interface ShownProgress {
  organisation: {
    key: string
    name: string
    kind: OrganisationKind
    departement: string
    sizeClass: string
  }
  grid: { key: string; title: Bilingual; note: Bilingual }
  grids: ReadonlyArray<{ key: string; title: Bilingual; closesAt: string }>
  coverage: Coverage
  axes: readonly ShownAxis[]
  best: readonly BestStep[]
  peers: { all: number; known: number; few: boolean }
  years: ReadonlyArray<{
    year: number
    coverage: Coverage
    from: 'submitted' | 'closing' | 'today'
  }>
  awards: readonly ShownAward[]
  empty: boolean
}
