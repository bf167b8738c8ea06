/** What may happen to a publisher's software, as its feed and webhooks call it. */
export const PUBLISHER_EVENT_KINDS = [
  'software-listed',
  'software-claimed',
  'entry-changed',
  'release',
  'repository-state',
  'difference',
  'adoption-reported',
  'adoption-confirmed',
  'adoption-ended',
  'reference-confirmed',
  'contact-requested',
  'need-asked',
  'need-joined',
] as const
export type PublisherEventKind = (typeof PUBLISHER_EVENT_KINDS)[number]

/** For the publisher alone: requests for contact, and what its repository and its entry disagree on. */
const PRIVATE_KINDS: readonly PublisherEventKind[] = ['contact-requested', 'difference']

/** What anyone may read in a feed. */
export const PUBLIC_EVENT_KINDS = PUBLISHER_EVENT_KINDS.filter(
  (kind) => !PRIVATE_KINDS.includes(kind),
)
