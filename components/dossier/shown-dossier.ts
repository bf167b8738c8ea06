import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { Missing } from '#lib/applications/rules/missing.ts'
import type { ApplicationState } from '#lib/applications/rules/states.ts'
import type { EditionCalendar, GridView, SnapshotContent } from '#lib/applications/schema.ts'

export interface ShownPeople {
  responsibleName: string
  responsibleOffice: string
  responsibleEmail: string
  electedName: string
  electedOffice: string
  electedEmail: string
  namesPublic: boolean
}

export interface ShownDocument {
  id: number
  criterion: string
  fileName: string
  bytes: number
  sha256: string
}

export interface ShownEvent {
  id: number
  at: string
  /** An ApplicationEventKind, or a state that the jury gave. */
  kind: string
  note: string
  who: string
}

/** A dossier as its page is given it. */
export interface ShownDossier {
  row: ShownPeople & {
    id: number
    state: ApplicationState
    revision: number
    validatedAt: string
    submittedAt: string
    moreRequested: string
    moreUntil: string
  }
  content: SnapshotContent
  missing: readonly Missing[]
  writable: boolean
  sendable: boolean
  withdrawable: boolean
  revisions: Partial<Record<string, number>>
  documents: readonly ShownDocument[]
  history: readonly ShownEvent[]
  sent: { at: string; sha256: string } | undefined
  toTake: number
}

export interface ShownPlace {
  organisation: { key: string; name: string }
  grid: GridView
  /** Null for the self-assessment. */
  edition: EditionCalendar | null
}

export const dossierPath = (
  locale: Locale,
  { organisation, grid }: Pick<ShownPlace, 'organisation' | 'grid'>,
  query: Record<string, string | undefined> = {},
) => pathTo(locale, `/espace/collectivites/${organisation.key}/label/${grid.key}`, query)

/** Where a question stands in its page. */
export const anchorOf = (slug: string) => `q-${slug.replaceAll('.', '-')}`
