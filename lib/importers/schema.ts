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
] as const
export type ListFault = (typeof LIST_FAULTS)[number]
