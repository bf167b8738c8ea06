import type { ClaimState } from '../schema.ts'

/** An entry and one's own claim of it. */
export interface ClaimView {
  entry: { slug: string; name: string }
  publisher: { slug: string; name: string }
  /** Empty when the entry has none. */
  repository: string
  /** As its last visit found it; empty when nobody went. */
  repositoryState: string
  movedTo: string
  /** Since when somebody keeps it for its publisher. */
  keptSince: string | undefined
  /** Whether the reader speaks for its publisher already. */
  isMember: boolean
  claim: {
    state: ClaimState
    token: string
    message: string
    path: string
    commit: string
    /** Of the last look: a ForgeFault, or `token-missing`. */
    fault: string
    checkedAt: string
    settledAt: string
  } | null
}
