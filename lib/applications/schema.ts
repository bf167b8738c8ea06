import { z } from 'zod'
import { emailAddress } from '#lib/accounts/schema.ts'
import type { AnswerPart } from '#lib/label/grid-schema.ts'
import type { CriterionView, EditionCalendar, GridView } from '#lib/label/grid-view.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import type { SnapshotContent } from './snapshot-schema.ts'

/** The shapes that the pages of a dossier draw. */
export type { AnswerPart, CriterionView, EditionCalendar, GridView, SnapshotContent }

/** What the history of a dossier is made of. */
export const APPLICATION_EVENTS = [
  'opened',
  'reopened',
  'people-changed',
  'answers-taken',
  'document-added',
  'document-removed',
  'validation-asked',
  'validated',
  'sent-back',
  'changed-after-validation',
  'submitted',
  'more-requested',
  'withdrawn',
] as const
export type ApplicationEventKind = (typeof APPLICATION_EVENTS)[number]

/** What is wrong with a form of this room; the pages word it, in `dossier.faults`. */
export const DOSSIER_FAULTS = [
  'name-long',
  'office-long',
  'email-wrong',
  'same-person',
  'comment-missing',
  'comment-long',
  'more-missing',
  'more-long',
  'until-wrong',
  'until-past',
  'file-missing',
  'file-long',
  'file-kind',
  'file-svg',
  'file-content',
  'file-active',
  'file-many',
] as const
export type DossierFault = (typeof DOSSIER_FAULTS)[number]
export const because = (error: DossierFault) => ({ error })

const line = (most: number, fault: DossierFault) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(most, because(fault)))

/** Both people may still be unknown: a draft is saved as far as it goes. */
const maybeEmail = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.union([z.literal(''), emailAddress], because('email-wrong')))

export const peopleInput = z
  .object({
    application: z.coerce.number().int(),
    revision: z.coerce.number().int(),
    responsibleName: line(120, 'name-long'),
    responsibleOffice: line(160, 'office-long'),
    responsibleEmail: maybeEmail,
    electedName: line(120, 'name-long'),
    electedOffice: line(160, 'office-long'),
    electedEmail: maybeEmail,
    namesPublic: z.boolean(),
  })
  .refine(
    ({ responsibleEmail, electedEmail }) =>
      electedEmail === '' || electedEmail !== responsibleEmail,
    { path: ['electedEmail'], ...because('same-person') },
  )

export const commentInput = z
  .string()
  .transform(lines)
  .pipe(z.string().min(1, because('comment-missing')).max(5_000, because('comment-long')))

export const askMoreInput = z.object({
  application: z.coerce.number().int(),
  what: z
    .string()
    .transform(lines)
    .pipe(z.string().min(1, because('more-missing')).max(5_000, because('more-long'))),
  /** The last day, in Paris, on which it can be sent: YYYY-MM-DD. */
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, because('until-wrong'))
    .refine((day) => !Number.isNaN(Date.parse(day)), because('until-wrong')),
})
