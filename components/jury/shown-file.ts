import type { Bilingual } from '#components/i18n/locale.ts'
import type { ComputedEvidence } from '#lib/evidence/schema.ts'

export interface ShownCriterion {
  slug: string
  number: string
  label: Bilingual
  parts: string[]
  answer: Record<string, string> | null
  evidence: ComputedEvidence | null
  documents: number[]
}

export interface ShownDocument {
  id: number
  criterion: string
  fileName: string
  bytes: number
}

export interface ShownNote {
  axis: string
  score: number | null
  comment: string
  updatedAt: string
}

export interface ShownDecision {
  level: string
  mentions: Bilingual[]
  feedback: string
  minutes: string
  decidedAt: string
}

/** A file as its jury reads it, from what was frozen at its submission. */
export interface ShownJuryFile {
  applicationId: number
  state: string
  edition: { year: number; scoreMax: number; juryAt: string }
  snapshot: {
    organisation: { key: string; name: string; departement: string; population: number | null }
    responsible: { name: string; office: string }
    elected: { name: string; office: string }
    figures: {
      year: number
      workstations: number | null
      servers: number | null
      schoolWorkstations: number | null
    } | null
    axes: Array<{ slug: string; name: Bilingual; criteria: ShownCriterion[] }>
    documents: ShownDocument[]
  }
  sha256: string
  submittedAt: string
  progress: { seated: number; finished: number }
  assesses: boolean
  finished: boolean
  mine: ShownNote[]
  others: Array<{ name: string; notes: ShownNote[] }>
  revealed: boolean
  levels: Array<{ value: string } & Bilingual>
  decision: ShownDecision | null
  decisionClosed: '' | 'not-assessed' | 'confirmed' | 'announced'
}
