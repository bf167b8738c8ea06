import type { Bilingual } from '#components/i18n/locale.ts'
import type { Source } from '#components/ui/source-mark.tsx'
import type { AdoptionState, AdoptionTrust, PublicDetail } from '#lib/adoptions/schema.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'

/** An adoption as tables and lists draw it. */
export interface ShownAdoption {
  id: number
  software: { slug: string; name: string }
  organisation: {
    key: string
    name: string
    kind: OrganisationKind
    departement: string
    population: number | null
  }
  operator: { key: string; name: string } | null
  /** The operator or publisher whose word it is, when it is one. */
  reporter: { key: string; name: string } | null
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  version: string
  perimeter: { unit: string; min: number | null; max: number | null } | null
  note: Bilingual
  reportedOn: string
  source: Source | null
  detail: PublicDetail | null
}
