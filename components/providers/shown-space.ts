import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type {
  Area,
  ProviderKind,
  ProviderState,
  ReferenceState,
  ServiceKind,
} from '#lib/providers/schema.ts'
import type { Territories } from './provider-words.ts'

export interface ShownSpaceReference {
  id: number
  organisation: { key: string; name: string }
  provider: { slug: string; name: string }
  software: { slug: string; name: string }
  kinds: readonly ServiceKind[]
  since: string
  state: ReferenceState
  askedOn: string
  decidedOn: string
  reason: string
  reachable: boolean
}

export interface ShownProviderSpace {
  slug: string
  name: string
  kind: ProviderKind
  siren: string
  website: string
  summaryFr: string
  summaryEn: string
  state: ProviderState
  refusal: string
  organisation: { key: string; name: string } | null
  services: ReadonlyArray<{ slug: string; name: string; kinds: readonly ServiceKind[] }>
  areas: readonly Area[]
  references: readonly ShownSpaceReference[]
  manages: boolean
  members: ReadonlyArray<{
    userId: string
    name: string
    email: string
    role: 'member' | 'manager'
    since: string
  }>
}

export interface ProviderSpaceProps {
  locale: Locale
  space: ShownProviderSpace
  territories: Territories
  /** Who reads. */
  me: string
  /** What a form of the page has just done. */
  done: string
  actions: Record<
    | 'identity'
    | 'setService'
    | 'removeService'
    | 'areas'
    | 'submit'
    | 'withdraw'
    | 'ask'
    | 'takeBack'
    | 'invite'
    | 'removeMember'
    | 'changeRole',
    FormAction<string>
  >
}

/** The address of a provider's space. */
export const spaceAddress = (locale: Locale, slug: string) =>
  pathTo(locale, `/espace/prestataires/${slug}`)
