/** How grave a finding is: it breaks the standard, it is deprecated or unwise, it could be better. */
export type Severity = 'error' | 'warning' | 'info'

/** One thing to say of a publiccode.yml. */
export interface Finding {
  /** Dotted path of the key, as written in the file: `legal.license`, `description.fr.features.2`. */
  path: string
  /** Line in the file, from 1; of its section where a key is missing; 0 where that is missing, too, or for the whole file. */
  line: number
  severity: Severity
  /** Stable, kebab-case: `licence-not-spdx`, `key-deprecated`. */
  code: string
  /** What is wrong and how to mend it, in each language. */
  message: { fr: string; en: string }
  /** Whether the corrected file mends it. */
  mended: boolean
}

export interface DescribedIn {
  localisedName?: string
  genericName?: string
  shortDescription?: string
  longDescription?: string
  documentation?: string
  apiDocumentation?: string
  features?: string[]
  screenshots?: string[]
  videos?: string[]
  awards?: string[]
}

/** A person to reach: personal data, for moderators and the publisher alone. */
export interface Contact {
  name: string
  email?: string
  phone?: string
  affiliation?: string
}

export interface Contractor {
  name: string
  /** YYYY-MM-DD. */
  until?: string
  email?: string
  website?: string
}

/**
 * What a publiccode.yml says, whatever its version or dialect, under the names of version 0.7: every key
 * that is well formed, and nothing of the others. Texts are as written (Markdown, untrusted).
 */
export interface PubliccodeValues {
  name?: string
  applicationSuite?: string
  url?: string
  landingURL?: string
  isBasedOn?: string[]
  softwareVersion?: string
  /** YYYY-MM-DD. */
  releaseDate?: string
  logo?: string
  platforms?: string[]
  categories?: string[]
  /** Names of users, raw: they become adoptions only by way of lib/names. */
  usedBy?: string[]
  fundedBy?: Array<{ name: string; uri?: string }>
  roadmap?: string
  developmentStatus?: string
  softwareType?: string
  /** URIs, or `alias:<name>`; what the Italian section said among them. */
  supports?: string[]
  organisation?: { uri: string; name?: string }
  countries?: string[]
  unsupportedCountries?: string[]
  scope?: string[]
  /** By BCP 47 tag. */
  description: Record<string, DescribedIn>
  /** As written; `licenceSpdx` is the expression that it surely is, else left out. */
  licence?: string
  licenceSpdx?: string
  mainCopyrightOwner?: string
  repoOwner?: string
  maintenanceType?: string
  contractors?: Contractor[]
  contacts?: Contact[]
  localisationReady?: boolean
  availableLanguages?: string[]
  dependsOn?: {
    open?: Dependency[]
    proprietary?: Dependency[]
    hardware?: Dependency[]
  }
}

export interface Dependency {
  name: string
  version?: string
  versionMin?: string
  versionMax?: string
  optional?: boolean
}

/** What reading a file gives; it never throws, whatever the file. */
export interface PubliccodeReading {
  /** As written (`0.7`, `0.5.0`), null when the file does not say. */
  version: string | null
  /** Whether nothing breaks the standard: no finding is an error. */
  valid: boolean
  findings: Finding[]
  values: PubliccodeValues
  /** Line in the file by path, for each value that came in. */
  lines: Record<string, number>
  /** The file with all that can be mended without inventing mended; null when it is no YAML mapping. */
  corrected: string | null
}
