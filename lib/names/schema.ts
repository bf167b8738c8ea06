import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'

/** Names of a list that are read: more than any list seen, and pages of them stay quick. */
export const MOST_NAMES = 10_000
/** Characters of a name: what is longer is no name. */
export const LONGEST_NAME = 300
export const NAMES_A_PAGE = 50
/** Candidates that are shown of a name. */
export const MOST_CANDIDATES = 8

export const NAME_LIST_KINDS = ['used-by', 'page', 'spreadsheet'] as const
export type NameListKind = (typeof NAME_LIST_KINDS)[number]

/** Why a name does not mean one organisation for sure: each has its sentence. */
export const NAME_REASONS = [
  'homonyms',
  'city-and-group',
  'former',
  'misspelt',
  'acronym',
  'other-kind',
  'elsewhere',
  'gloss',
  'short',
  'also-other',
  'territory',
  'several',
  'list',
  'demonstration',
  'vague',
  'foreign',
  'teaching',
  'company',
  'state',
  'health',
  'unknown',
] as const
export type NameReason = (typeof NAME_REASONS)[number]

/** Why an organisation is proposed for a name. */
export const CANDIDATE_REASONS = [
  'name',
  /** Its own name, but for the word that says that it is a group. */
  'core',
  'former',
  'near',
  'acronym',
  'group',
  'other-kind',
  'elsewhere',
  'part',
] as const
export type CandidateReason = (typeof CANDIDATE_REASONS)[number]

export interface NameCandidate {
  organisationId: number
  why: CandidateReason
  /** The name that it was found by, where that is not its own: a former commune, an acronym. */
  alias: string
}

/** What a name means, as far as a program can tell. */
export interface NameMatch {
  /** `exact`: one organisation alone can be meant; `none`: there is nobody to propose. */
  status: 'exact' | 'doubtful' | 'none'
  /** Best first; one alone where it is exact. */
  candidates: NameCandidate[]
  reasons: NameReason[]
  /** How many more organisations it may mean than are proposed. */
  more: number
  /** In how many départements those are that bear it, where they are several; 0 else. */
  departements: number
}

/** What a page shows of names: those that are proposed, to be looked into, without anybody, … */
export const NAME_VIEWS = ['surs', 'douteux', 'sans', 'decides', 'disparus'] as const
export type NameView = (typeof NAME_VIEWS)[number]

/** What the address of the page asks for; anything malformed falls back. */
export const namesAddress = z.object({
  liste: z.coerce.number().int().positive().optional().catch(undefined),
  voir: firstValue.pipe(z.enum(NAME_VIEWS)).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
  /** What was just done: counts of what was kept, reported, undone, and so on. */
  fait: firstValue
    .pipe(z.string().regex(/^\d{1,6}(-\d{1,6}){6}$/))
    .optional()
    .catch(undefined),
  longs: z.coerce.number().int().min(0).max(100_000).catch(0),
})
