/** The states of a dossier, in the order of its life; db/schema/applications.ts keeps them. */
export const APPLICATION_STATES = [
  'draft',
  'validated',
  'submitted',
  'more-requested',
  'examining',
  'assessed',
  'deliberated',
  'announced',
  'published',
  'withdrawn',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]
