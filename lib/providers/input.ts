import { z } from 'zod'
import { MEMBER_ROLES } from '#lib/accounts/rules/rights.ts'
import { emailAddress } from '#lib/accounts/schema.ts'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { webAddress } from '#lib/sources.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import { AREA_KINDS, PROVIDER_KINDS, type ProviderFault, SERVICE_KINDS } from './schema.ts'

const because = (error: ProviderFault) => ({ error })

const sentence = (fault: ProviderFault, least: number) =>
  z
    .string(because(fault))
    .transform(lines)
    .pipe(z.string().min(least, because(fault)).max(600, because(fault)))

const identity = {
  name: z
    .string(because('name-wrong'))
    .transform(oneLine)
    .pipe(z.string().min(2, because('name-wrong')).max(120, because('name-wrong'))),
  kind: z.enum(PROVIDER_KINDS, because('kind-missing')),
  website: z
    .string(because('website-wrong'))
    .transform(oneLine)
    .refine(
      (text) => text === '' || (text.length <= 300 && webAddress.safeParse(text).success),
      because('website-wrong'),
    ),
  summaryFr: sentence('summaryFr-wrong', 10),
  summaryEn: sentence('summaryEn-wrong', 0).refine(
    (text) => text === '' || text.length >= 10,
    because('summaryEn-wrong'),
  ),
}

/** People write a SIREN in groups of three. */
const siren = z
  .string(because('siren-wrong'))
  .transform((text) => text.replace(/[\s.\u00a0\u202f-]/g, ''))
  .refine(isSiren, because('siren-wrong'))

const kinds = z.array(z.enum(SERVICE_KINDS, because('kinds-missing')))

const area = z.string(because('area-unknown')).transform((text, issues) => {
  const [kind = '', code = ''] = text.split(':')
  const known = AREA_KINDS.find((one) => one === kind)
  if (known && (known === 'national') === (code === '')) return { kind: known, code }
  issues.addIssue({ code: 'custom', message: 'area-unknown' satisfies ProviderFault })
  return z.NEVER
})

/** Who a provider is, with a first software that it serves and where, when it says so at once. */
export const createInput = z
  .object({
    ...identity,
    siren,
    software: z.string().transform(oneLine).default(''),
    kinds: kinds.default([]),
    areas: z.array(area).default([]),
  })
  .superRefine(({ software, kinds: chosen }, issues) => {
    const say = (path: string, message: ProviderFault) =>
      issues.addIssue({ code: 'custom', path: [path], message })
    if (software !== '' && chosen.length === 0) say('kinds', 'kinds-missing')
    if (software === '' && chosen.length > 0) say('software', 'software-missing')
  })

export const changeInput = z.object(identity)

export const serviceInput = z.object({
  software: z
    .string(because('software-missing'))
    .transform(oneLine)
    .pipe(z.string().min(1, because('software-missing'))),
  kinds: kinds.min(1, because('kinds-missing')),
})

export const areasInput = z.object({ areas: z.array(area).min(1, because('areas-missing')) })

export const referenceInput = z.object({
  organisation: z
    .string(because('organisation-missing'))
    .transform(oneLine)
    .pipe(
      z.string().min(1, because('organisation-missing')).max(200, because('organisation-unknown')),
    ),
  software: z.string(because('software-missing')).min(1, because('software-missing')),
  kinds: kinds.min(1, because('kinds-missing')),
  since: z
    .string(because('since-wrong'))
    .trim()
    .regex(/^((19|20)\d{2})?$/, because('since-wrong')),
})

/** Why an organisation says no: read by the provider alone. */
export const answerInput = z
  .object({
    accepted: z.boolean(),
    reason: z
      .string(because('reason-short'))
      .transform(lines)
      .pipe(z.string().max(1_000, because('reason-long'))),
  })
  .refine(({ accepted, reason }) => accepted || reason.length >= 10, {
    path: ['reason'],
    ...because('reason-short'),
  })

/** Why a provider is taken off the catalogue; members need give none. */
export const withdrawReason = z
  .string(because('reason-long'))
  .transform(lines)
  .pipe(z.string().max(1_000, because('reason-long')))

export const inviteInput = z.object({
  email: emailAddress,
  role: z.enum(MEMBER_ROLES, because('role-unknown')),
})
