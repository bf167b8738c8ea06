import type { Bilingual } from '#components/i18n/locale.ts'
import type { Area, ProviderKind, ServiceKind } from '#lib/providers/schema.ts'
import type { ShownReference } from './reference-table.tsx'

export interface ShownProviderPage {
  slug: string
  name: string
  kind: ProviderKind
  siren: string
  website: string
  summary: Bilingual
  organisation: { key: string; name: string } | null
  services: ReadonlyArray<{ slug: string; name: string; kinds: readonly ServiceKind[] }>
  areas: readonly Area[]
  references: {
    total: number
    organisations: number
    page: number
    pages: number
    items: readonly ShownReference[]
  }
}
