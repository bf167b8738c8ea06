import type { TrustCount } from '#lib/adoptions/schema.ts'

interface Bilingual {
  fr: string
  en: string
}

/** Where the rows behind a figure are: an address without its language. */
export interface Way {
  path: string
  query?: Record<string, string>
  /** A part of that page. */
  part?: string
}

/** One cell of a comparison: plain data, put into words by whoever shows it. */
export type Value =
  /** Nobody has said. */
  | { kind: 'unknown' }
  | { kind: 'links'; items: ReadonlyArray<{ key: string; label: string | Bilingual; to?: Way }> }
  | { kind: 'codes'; codes: readonly string[]; to?: Way }
  | { kind: 'licence'; spdx: string; family: string }
  | { kind: 'year'; year: number }
  | { kind: 'number'; n: number; to?: Way }
  /** Whole euros a year, of those who gave a figure. */
  | { kind: 'euros'; sum: number; given: number; of: number; to?: Way }
  /** YYYY-MM-DD. */
  | { kind: 'date'; date: string; to?: Way }
  | { kind: 'release'; version: string; date: string; to?: Way }
  | { kind: 'use'; use: TrustCount; to: Way }
  | { kind: 'like'; n: number; names: ReadonlyArray<{ key: string; name: string }>; to: Way }

/** The points of a comparison, in the order in which a reader wants them. */
export const COMPARED_FIELDS = [
  'users',
  'like',
  'functions',
  'licence',
  'publisher',
  'audience',
  'platforms',
  'languages',
  'firstRelease',
  'status',
  'repositoryState',
  'lastRelease',
  'releases',
  'lastCommit',
  'commits',
  'authors',
  'care',
  'costs',
  'stops',
  'criteria',
  'providers',
  'needs',
] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

export interface ComparedRow {
  field: ComparedField
  /** One a software, in their order. */
  cells: readonly Value[]
}
