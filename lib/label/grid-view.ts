import type { AnswerPart, EvidenceRule } from './grid-schema.ts'

interface Bilingual {
  fr: string
  en: string
}

/** A criterion as pages, the evidence engine, dossiers and the jury read it. */
export interface CriterionView {
  /** Of the row. */
  id: number
  slug: string
  axis: string
  number: string
  label: Bilingual
  help: Bilingual
  parts: AnswerPart[]
  choices: Array<{ value: string } & Bilingual>
  unit: string
  required: boolean
  weight: number | null
  basis: 'question' | 'theme' | 'proposal'
  basisNote: Bilingual
  sources: Array<{ title: string; url: string }>
  rule: EvidenceRule | null
  clarification: Bilingual
}

export interface GridView {
  /** `reference`, or the year of its edition. */
  key: string
  title: Bilingual
  note: Bilingual
  axes: Array<{ slug: string; name: Bilingual; criteria: CriterionView[] }>
}

export type EditionPhase =
  | 'documented'
  | 'draft'
  | 'announced-opening'
  | 'open'
  | 'closed'
  | 'announced'
  | 'published'

/** An edition that is run here, or documented: its calendar in UTC instants, empty when not set. */
export interface EditionCalendar {
  year: number
  scheme: string
  state: 'documented' | 'draft' | 'open'
  grid: string
  opensAt: string
  closesAt: string
  juryAt: string
  announcesAt: string
  publishesAt: string
  graceSeconds: number
  scoreMax: number
  jurorsEach: number
  revision: number
}
