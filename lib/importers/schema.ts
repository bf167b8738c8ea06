/** Bytes of a list, as it comes: 10 MB. */
export const LONGEST_LIST = 10 * 1_024 * 1_024
/** Lines of a list, without its header. */
export const MOST_LINES = 40_000
export const MOST_COLUMNS = 200
/** Characters of a cell that are read: the rest of it is no name, no code and no date. */
export const LONGEST_CELL = 500

/** Why a list cannot be read: each has a sentence that says what to do. */
export const LIST_FAULTS = [
  'empty',
  'too-long',
  'too-many-lines',
  'too-many-columns',
  'binary',
  'pdf',
  'image',
  'old-spreadsheet',
  'document',
  'archive',
  'zip-bomb',
  'damaged',
  'encrypted',
  'quotes',
  'no-software-column',
  'no-organisation-column',
  'too-heavy',
  'unexpected',
] as const
export type ListFault = (typeof LIST_FAULTS)[number]

/** Why a line of a report says nothing that can be recorded. */
export const LINE_FAULTS = [
  'no-key',
  'bad-siren',
  'bad-siret',
  'bad-insee',
  'rounded',
  'contradiction',
  'bad-state',
  'bad-since',
  'no-software',
  'not-yours',
  'yourself',
  'twice',
] as const
export type LineFault = (typeof LINE_FAULTS)[number]

export const LINE_STATUSES = ['matched', 'ambiguous', 'unknown', 'present', 'wrong'] as const
export type LineStatus = (typeof LINE_STATUSES)[number]

/** What was found in a list, as its job keeps it. */
export interface ListSummary {
  format?: string
  encoding?: string
  separator?: string
  /** The names of the columns that were read, by what they hold. */
  columns?: Record<string, string>
  /** Lines with anything in them, the header aside. */
  lines?: number
  counts?: Record<LineStatus, number>
  /** The reporter runs the software for those that it names. */
  runs?: boolean
  /** The state of what an own list declares. */
  state?: string
  /** What applying it did. */
  done?: { created: number; changed: number; unchanged: number; asked?: number }
}
