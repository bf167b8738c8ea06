/** What a page shows of the life of a repository. Dates are ISO 8601; what is not known is empty. */
export interface ShownVitality {
  state: string
  stateSince: string
  movedTo: string
  lastCommitAt: string
  readAt: string
  releases: ReadonlyArray<{ tag: string; version: string; date: string; url: string }>
  releaseCount: number
  releasesUrl: string
  months: ReadonlyArray<{ month: string; commits: number; authors: number }>
  licence: { detected: string; agrees: boolean }
  signs: Readonly<Record<string, { path: string; url: string } | null>>
}
