/** The fields of an entry that a repository may say, or a person correct. */
export const ENTRY_FIELDS = [
  'name',
  'summaryFr',
  'summaryEn',
  'descriptionFr',
  'descriptionEn',
  'licence',
  'repository',
  'website',
  'platforms',
  'languages',
  'firstRelease',
  'status',
  'functions',
  'audience',
] as const
export type EntryFieldName = (typeof ENTRY_FIELDS)[number]

/** Texts, lists of texts (platforms, languages, slugs of functions), a year (firstRelease). */
export type FieldValue = string | readonly string[] | number

/** Who says a value. `reference` is the reference data, whose sources are in software_source. */
export interface FieldOrigin {
  kind: 'publiccode' | 'codemeta' | 'git' | 'forge' | 'person' | 'reference'
  /** The file of the repository, empty where it is none (a tag, a person). */
  path: string
  /** Line in that file, from 1; 0 where it is about no line. */
  line: number
  commit: string
}

/** What a reading says of one field. */
export interface SaidField {
  field: EntryFieldName
  value: FieldValue
  origin: FieldOrigin
  /**
   * What keeps the value from being taken without a person: `shortened` to fit our bounds, `too-short` for
   * them, a `hint` that only resembles what is said.
   */
  note?: 'shortened' | 'too-short' | 'hint'
}

/** The bounds of an entry's texts, the same as those of the files of the reference data. */
export const TEXT_BOUNDS = {
  name: { least: 1, most: 80 },
  summaryFr: { least: 10, most: 120 },
  summaryEn: { least: 10, most: 120 },
  descriptionFr: { least: 100, most: 2_000 },
  descriptionEn: { least: 100, most: 2_000 },
} as const satisfies Partial<Record<EntryFieldName, { least: number; most: number }>>
