import type { Finding } from '#lib/publiccode/document.ts'
import type { ListingField, ListingForm } from '../schema.ts'

/** Where a field of the form was read. */
export interface FieldMark {
  kind: 'publiccode' | 'codemeta' | 'git' | 'forge'
  path: string
  line: number
  note: 'shortened' | 'too-short' | 'hint' | null
  /** What was read, to tell it from what was written since. */
  value: string
}

/** What a reading says, as the pages show it: plain data, every text untrusted. */
export interface ReadingView {
  readAt: string
  commit: string
  branch: string
  marks: Partial<Record<ListingField, FieldMark>>
  publiccode: {
    path: string
    version: string | null
    valid: boolean
    findings: Finding[]
    /** Whether a corrected file can be downloaded. */
    corrected: boolean
  } | null
  licenceDeclared: string
  licenceDetected: string
  licenceFiles: string[]
  releases: number
  lastRelease: { version: string; date: string } | null
  lastCommitAt: string
  signs: Record<string, string | null>
  firstRelease: number | null
  status: string
  /** Names that the file says use it. */
  usedBy: number
  basedOn: string[]
  archived: boolean
  movedTo: string
}

export interface ListingView {
  id: number
  state: 'draft' | 'submitted' | 'published' | 'refused'
  address: string
  form: ListingForm
  createdAt: string
  updatedAt: string
  /** Why it was refused. */
  reason: string
  entry: { slug: string; name: string } | null
  /** Entries that have its name already. */
  sameName: Array<{ slug: string; name: string }>
  /** Null once settled. */
  reading: ReadingView | null
}
