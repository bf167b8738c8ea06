/** The fields of the form that completes a listing, in the order of the page. Every one is a text. */
export const LISTING_FIELDS = [
  'name',
  'licence',
  'functions',
  'platforms',
  'languages',
  'summaryFr',
  'summaryEn',
  'descriptionFr',
  'descriptionEn',
  'website',
  'publisher',
  'publisherName',
  'publisherKind',
  'publisherWebsite',
  'publisherSiren',
] as const
export type ListingField = (typeof LISTING_FIELDS)[number]
export type ListingForm = Record<ListingField, string>

export const EMPTY_LISTING = Object.fromEntries(
  LISTING_FIELDS.map((field) => [field, '']),
) as ListingForm

/** What is wrong with a listing; the pages word it. */
export type ListingFault =
  | `${ListingField}-wrong`
  | 'licence-not-spdx'
  | 'licence-deprecated'
  | 'licence-not-free'
  | 'functions-unknown'
  | 'publisher-unknown'
  | 'publisherName-taken'
  | 'publisherSiren-known'

export const LONGEST_CLAIM_MESSAGE = 2_000
export const SHORTEST_CLAIM_MESSAGE = 10

export const CLAIM_FAULTS = ['message-missing', 'message-short', 'message-long'] as const
export type ClaimFault = (typeof CLAIM_FAULTS)[number]

/** How many days a reading is good enough to publish from. */
export const READING_GOOD_FOR = 1

/** Where somebody's claim stands. */
export type ClaimState = 'open' | 'with-moderators' | 'proved' | 'granted' | 'refused' | 'dropped'
