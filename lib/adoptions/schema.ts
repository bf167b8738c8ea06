import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { organisationKind, sizeClass } from '#lib/organisations/schema.ts'

export const ADOPTION_STATES = ['evaluating', 'pilot', 'production', 'stopped'] as const
/** Where the use stands, as the organisation or the source says. */
export type AdoptionState = (typeof ADOPTION_STATES)[number]

export const ADOPTION_TRUSTS = ['reported', 'confirmed', 'to-reconfirm', 'contested'] as const
/** Whose word it is: a third party's (`reported`) or the organisation's own (`confirmed`). */
export type AdoptionTrust = (typeof ADOPTION_TRUSTS)[number]

export const STOP_REASONS = ['replaced', 'no-need', 'cost', 'support', 'features', 'other'] as const
/** Why a use ended; empty when nobody said. */
export type StopReason = '' | (typeof STOP_REASONS)[number]

/** What an address says of a reason, a year or a place that there is none of. */
export const NO_PLACE = 'aucun'
export const UNSAID = 'non-dite'
export const NO_YEAR = 'inconnue'

/** A count of current uses, always split by trust. `total` is their sum. */
export interface TrustCount {
  confirmed: number
  reported: number
  toReconfirm: number
  total: number
}

export const NO_USE: TrustCount = { confirmed: 0, reported: 0, toReconfirm: 0, total: 0 }

export const TALLY_DIMENSIONS = ['departement', 'region', 'kind', 'size', 'year', 'state'] as const
/** What users of a software are counted by. */
export type TallyDimension = (typeof TALLY_DIMENSIONS)[number]

export const USERS_PAGE_SIZE = 50

/** What the address of a list of users asks for; anything malformed falls back to no filter. */
export const userFilters = z.object({
  departement: firstValue
    .pipe(z.union([z.string().regex(/^[0-9][0-9AB][0-9]?$/), z.literal(NO_PLACE)]))
    .optional()
    .catch(undefined),
  region: firstValue
    .pipe(z.union([z.string().regex(/^\d{2,3}$/), z.literal(NO_PLACE)]))
    .optional()
    .catch(undefined),
  type: firstValue.pipe(organisationKind).optional().catch(undefined),
  taille: firstValue.pipe(sizeClass).optional().catch(undefined),
  parole: firstValue
    .pipe(z.enum(['confirmed', 'reported', 'to-reconfirm']))
    .optional()
    .catch(undefined),
  /** Current uses when not said: a figure and the rows that it leads to are of the same uses. */
  etat: firstValue
    .pipe(z.enum([...ADOPTION_STATES, 'toutes']))
    .optional()
    .catch(undefined),
  /** The year in which the use began. */
  annee: firstValue
    .pipe(z.union([z.string().regex(/^(19|20)\d\d$/), z.literal(NO_YEAR)]))
    .optional()
    .catch(undefined),
  /** Why it ended; only of those that did. */
  raison: firstValue
    .pipe(z.enum([...STOP_REASONS, UNSAID]))
    .optional()
    .catch(undefined),
  /** Confirmed current uses that say what they cost less. */
  cout: firstValue.pipe(z.literal('oui')).optional().catch(undefined),
  /** Among the organisations most like this one, by its key. */
  semblables: firstValue
    .pipe(z.string().regex(/^[\w-]{1,40}$/))
    .optional()
    .catch(undefined),
  tri: firstValue.pipe(z.enum(['population', 'nom'])).catch('population'),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
})
/** The page asked for in an organisation's list of software. */
export const adoptionPage = userFilters.pick({ page: true })

export type UserFilters = z.infer<typeof userFilters>

/** What an organisation says of its use to everyone: nothing of who wrote it. */
export interface PublicDetail {
  workstations: number | null
  users: number | null
  servers: number | null
  schoolWorkstations: number | null
  services: string
  runBy: '' | 'own-it' | 'operator' | 'provider'
  provider: string
  replaces: string
  /** Whole euros a year, with how it was worked out. */
  costAvoided: number | null
  costMethod: string
  contactWish: 'none' | 'relay' | 'public'
  /** Empty unless the wish is public. */
  contactPublic: string
  note: string
  stoppedOn: string
  stopReason: StopReason
  stopNote: string
}
