import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'

/** Who a provider is, in the order in which forms offer it. */
export const PROVIDER_KINDS = ['company', 'cooperative', 'association', 'public-body'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

/** What a provider does on a software, in the order in which pages show it. */
export const SERVICE_KINDS = [
  'hosting',
  'integration',
  'support',
  'training',
  'development',
] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

export const AREA_KINDS = ['national', 'region', 'departement'] as const
export interface Area {
  kind: (typeof AREA_KINDS)[number]
  /** Empty for `national`. */
  code: string
}

/** An area in a form: `national`, `region:93`, `departement:13`. */
export const areaWord = ({ kind, code }: Area) => (code === '' ? kind : `${kind}:${code}`)

export type ProviderState = 'pending' | 'published' | 'withdrawn'
export type ReferenceState = 'waiting' | 'confirmed' | 'refused' | 'withdrawn'

/** What is wrong with what a form of this room was given; the pages word it, in `providers.faults`. */
export const PROVIDER_FAULTS = [
  'name-wrong',
  'kind-missing',
  'siren-wrong',
  'siren-public',
  'website-wrong',
  'summaryFr-wrong',
  'summaryEn-wrong',
  'software-missing',
  'software-unknown',
  'software-several',
  'service-missing',
  'kinds-missing',
  'area-unknown',
  'areas-missing',
  'organisation-missing',
  'organisation-unknown',
  'organisation-several',
  'since-wrong',
  'reason-short',
  'reason-long',
  'email-missing',
  'email-wrong',
  'role-unknown',
] as const
export type ProviderFault = (typeof PROVIDER_FAULTS)[number]

export const PROVIDERS_PAGE_SIZE = 25

const code = firstValue.transform((text) => (/^[\dAB]{2,3}$/i.test(text) ? text.toUpperCase() : ''))

/** What the address of the list asks for; anything malformed falls back to no filter. */
export const providerFilters = z.object({
  /** The slug of a software. */
  logiciel: firstValue
    .transform((text) => (/^[\w.-]{1,80}$/.test(text) ? text : ''))
    .catch('')
    .default(''),
  service: firstValue.pipe(z.enum(SERVICE_KINDS)).optional().catch(undefined),
  region: code.catch('').default(''),
  departement: code.catch('').default(''),
  type: firstValue.pipe(z.enum(PROVIDER_KINDS)).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})
export type ProviderFilters = z.infer<typeof providerFilters>
