import type { PubliccodeReading } from '#lib/publiccode/document.ts'

/** One release: a tag of the repository that names a version. */
export interface Release {
  tag: string
  /** The tag without what comes before its number: `v1.2.0` is `1.2.0`. */
  version: string
  /** Of the tag where it is annotated, of its commit else. ISO 8601, UTC. */
  date: string
  /** The commit, 40 or 64 hexadecimal digits. */
  commit: string
}

/** One calendar month (UTC) of the default branch's log: counts, never a name. */
export interface ActivityMonth {
  /** YYYY-MM. */
  month: string
  commits: number
  authors: number
}

/** Where each sign of care stands in the tree: a path, or null when there is none. */
export interface CareSigns {
  tests: string | null
  ci: string | null
  contributing: string | null
  changelog: string | null
  security: string | null
  codeOfConduct: string | null
}

/** What codemeta.json says that we read. Texts are untrusted. */
export interface CodemetaValues {
  name?: string
  description?: string
  repository?: string
  website?: string
  /** SPDX identifier, from an address of spdx.org or as written. */
  licence?: string
  version?: string
  platforms?: string[]
  programmingLanguages?: string[]
}

/** A text file of the tree: UTF-8, within bounds. */
export interface TextFile {
  path: string
  text: string
}

/**
 * What one visit to a repository found, over the git protocol (and, where a token is set, its forge's
 * API). Plain data: it is kept as JSON. Every text in it is untrusted.
 */
export interface RepositoryReading {
  /** The address read, as lib/forge/rules/address.ts writes it. */
  address: string
  /** ISO 8601, UTC. */
  readAt: string
  /** SHA-256 of what the server advertises (ls-remote): the same, and nothing has changed. */
  refsDigest: string
  /** Null when the repository is empty. */
  head: { branch: string; commit: string; date: string } | null
  publiccode: (TextFile & { reading: PubliccodeReading }) | null
  codemeta: (TextFile & { values: CodemetaValues }) | null
  /**
   * Licence files, and the SPDX identifier that each is the text of (null: not recognised). The text of
   * the GNU licences does not say whether later versions will do: it is given as `-only`, what is surely
   * granted, unless the file is named after the identifier (REUSE). Compare with licenceFamily() of lib/forge/rules/licence-family.ts.
   */
  licenceFiles: Array<{ path: string; spdx: string | null }>
  /** The one licence that the files are, null when they are none or several. */
  licenceDetected: string | null
  readme: TextFile | null
  /** Those of rules/token-files.ts that are there: proofs of control of the repository. */
  tokenFiles?: TextFile[]
  /** Newest first. */
  releases: Release[]
  /** The last 24 months that have a commit, oldest first. */
  months: ActivityMonth[]
  /** False where the server could not send the log alone and all of it was too much: months are empty then. */
  monthsKnown: boolean
  /** Where the server sent us on to, when it is another repository: renamed, or gone elsewhere. */
  redirectedTo: string | null
  signs: CareSigns
  /** What only a forge's API says; null when it was not asked. */
  forge: { archived: boolean; movedTo: string | null; description: string } | null
}

/** How a repository stands, as its last visit found it. */
export const REPOSITORY_STATES = [
  'new',
  'readable',
  'archived',
  'moved',
  /** The server says that there is none, or asks who we are: forges answer alike for both. */
  'vanished',
  'unreachable',
  /** An address that we do not go to, or a repository beyond our bounds. */
  'refused',
] as const
export type RepositoryState = (typeof REPOSITORY_STATES)[number]

/** What a publisher can be told of a visit that failed. Each has its sentence in lib/forge/refusal.ts. */
export const FORGE_FAULTS = [
  'address-not-an-address',
  'address-scheme',
  'address-has-password',
  'address-private',
  'address-is-a-page',
  'redirect-private',
  'name-unknown',
  'host-silent',
  'host-refuses',
  'certificate',
  'not-found-or-private',
  'not-git',
  'too-large',
  'too-slow',
  'empty',
  'git-missing',
  'server-fault',
  /** Of ours: what is in the repository made us fail. */
  'unexpected',
] as const
export type ForgeFault = (typeof FORGE_FAULTS)[number]
