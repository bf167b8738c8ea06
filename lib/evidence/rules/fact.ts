import type { EvidenceItem } from '#lib/evidence/schema.ts'

/** Figures that a share divides by, as organisation_year states them. */
export const FIGURES = ['workstations', 'servers', 'schoolWorkstations'] as const
export type Figure = (typeof FIGURES)[number]

/** An entry of the catalogue, as far as a rule asks for it. */
export interface SoftwareFact {
  id: number
  slug: string
  name: string
  /** Judged by its licence expression: on the list of the FSF or of the OSI (label-tnl.md, 5). */
  free: boolean
  /** YYYY; empty when not known. */
  firstRelease: string
  repository: string
  functions: ReadonlySet<string>
  groups: ReadonlySet<string>
  /** Whether its main function is a trade of the collectivité: an office suite that merges letters is none. */
  business: boolean
}

/** A row that evidence may rest on: an adoption, a published software, a testimonial. */
export interface Fact {
  kind: EvidenceItem['kind']
  id: number
  software: SoftwareFact
  /** Of an adoption; empty elsewhere. */
  state: '' | 'production' | 'pilot' | 'evaluating'
  trust: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown. */
  since: string
  /** YYYY-MM-DD; empty when its organisation has never confirmed it. */
  confirmedOn: string
  /** YYYY-MM-DD: the last day on which it is fresh; empty for never. */
  freshUntil: string
  /** What the organisation says of its extent; null when it does not. */
  units: Readonly<Record<Figure, number | null>>
  /** Run by an operator (R5): unknown counts as no. */
  pooled: boolean
}

/** What the organisation has in all, as the latest year that it states says; null where it does not. */
export interface Denominators {
  workstations: number | null
  servers: number | null
  schoolWorkstations: number | null
  serversVirtual: boolean | null
}

/** What a rule is evaluated on. */
export interface Facts {
  /** A(o), label-tnl.md 5: adoptions in production of free software, nobody contesting. */
  counted: readonly Fact[]
  /** Pilots and evaluations: listed apart, never counted. */
  apart: readonly Fact[]
  published: readonly Fact[]
  testimonials: readonly Fact[]
  denominators: Denominators
}
