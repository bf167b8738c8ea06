import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import type { ReadingView } from '#lib/listings/rules/listing-view.ts'
import type { QueueKind } from '#lib/moderation/schema.ts'

interface Named {
  key: string
  name: string
}

export interface JoinDetails {
  kind: 'join-request'
  organisation: Named & { departement: string }
  role: 'member' | 'manager'
  message: string
  domain: string
  /** Whether the domain could be the organisation's alone. */
  proves: boolean
  /** Domains that are known to be the organisation's, by a moderator or by the site of what it publishes. */
  knownDomains: string[]
  /** Members of the organisation who have an address at the same domain. */
  colleagues: number
}

export interface AdoptionDetails {
  software: { slug: string; name: string }
  organisation: Named
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  source: { title: string; url: string; date: string } | null
}

export interface ContestationDetails {
  kind: 'contestation'
  adoption: AdoptionDetails
  reason: string
  trustBefore: AdoptionTrust
  history: Array<{
    at: string
    kind: string
    changes: Record<string, [unknown, unknown]>
    reason: string
  }>
}

export interface TestimonialDetails {
  kind: 'testimonial'
  adoption: AdoptionDetails
  body: string
  locale: 'fr' | 'en'
}

export interface ProposalDetails {
  kind: 'software-proposal'
  name: string
  website: string
  what: string
  waiting: Array<Named & { state: string; since: string }>
  /** Entries that it may be, by name. */
  near: Array<{ slug: string; name: string }>
  /** The entry that it became. */
  became: { slug: string; name: string } | null
}

export interface MergeDetails {
  kind: 'merge'
  fromSlug: string
  into: { slug: string; name: string }
  why: string
  /** Undefined once merged. */
  preview: MergePreview | undefined
}

export interface ProviderDetails {
  kind: 'provider'
  slug: string
  siren: string
  providerKind: string
  website: string
  summary: { fr: string; en: string }
  /** What it says it serves, by name. */
  services: Array<{ slug: string; name: string; kinds: string[] }>
  /** The organisation of the same SIREN. */
  organisation: Named | null
}

export interface ListingDetails {
  kind: 'listing'
  address: string
  /** As it was sent. */
  form: Record<string, string>
  /** The functions that it names, in words. */
  functions: Array<{ fr: string; en: string }>
  reading: ReadingView | null
  /** The publisher that it names, where the catalogue has it. */
  publisher: { slug: string; name: string; verified: boolean } | null
  /** Whether who listed it is a member of that publisher. */
  isMember: boolean
  near: Array<{ slug: string; name: string }>
  became: { slug: string; name: string } | null
}

export interface ClaimDetails {
  kind: 'claim'
  entry: { slug: string; name: string }
  publisher: { slug: string; name: string; verified: boolean; managers: number; software: number }
  repository: string
  message: string
  /** Where the token was found: control of the repository is proved then. */
  proof: { path: string; commit: string; at: string } | null
}

export interface CaseView {
  id: number
  kind: Exclude<QueueKind, 'software-request'>
  about: string
  createdAt: string
  state: 'waiting' | 'accepted' | 'refused'
  reason: string
  settledAt: string
  /** Whether it was whoever looks who settled it. */
  settledByMe: boolean
  /** Who asked; null when the account is gone. */
  person: { name: string; email: string } | null
  /** Null when nothing is left of what it was about. */
  details:
    | JoinDetails
    | ContestationDetails
    | TestimonialDetails
    | ProposalDetails
    | MergeDetails
    | ProviderDetails
    | ListingDetails
    | ClaimDetails
    | null
}

export interface MergedEntry {
  slug: string
  name: string
  summary: { fr: string; en: string }
  /** Adoptions of any state. */
  adoptions: number
}

export interface MergePreview {
  from: MergedEntry
  into: MergedEntry
  /** Organisations on record for both: one record of each remains. */
  common: number
}
