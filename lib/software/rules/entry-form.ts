/** What a moderator fills in for a new entry, in the order of the page. */
export const ENTRY_FIELDS = [
  'name',
  'slug',
  'publisher',
  'publisherName',
  'publisherKind',
  'publisherWebsite',
  'licence',
  'functions',
  'platforms',
  'summaryFr',
  'summaryEn',
  'descriptionFr',
  'descriptionEn',
  'repository',
  'website',
  'sourceUrl',
  'sourceTitle',
  'sourceDate',
] as const
export type EntryField = (typeof ENTRY_FIELDS)[number]

/** Most functions that the form takes. */
export const MOST_FUNCTIONS = 5

/** What is wrong with a new entry; the pages word it. */
export type EntryFault =
  | `${EntryField}-wrong`
  | 'licence-not-spdx'
  | 'licence-deprecated'
  | 'licence-not-free'
  | 'slug-taken'
  | 'functions-unknown'
  | 'publisher-unknown'
