import { z } from 'zod'

/** Longest texts of the jury, in characters. */
export const JURY_LENGTHS = { comment: 5_000, feedback: 10_000, minutes: 20_000, reason: 500 }
/** Mentions that a form offers room for. */
export const MOST_MENTIONS = 3
/** What stands for "no award" in the form: an empty choice is none made. */
export const NO_AWARD = 'none'

/** How a juror is tied to a candidate. */
export const LINK_KINDS = ['member', 'epci', 'operator', 'named'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What may be wrong in a form of the jury: keys of its texts. */
export const JURY_FAULTS = [
  'reason-missing',
  'too-long',
  'score-unsound',
  'score-missing',
  'level-missing',
  'level-unknown',
  'mention-both',
] as const
export type JuryFault = (typeof JURY_FAULTS)[number]
const fault = (key: JuryFault) => ({ error: key })

const id = z.coerce.number().int().positive()

/** Who reads which file, whole: an edition's files, each with the jurors that it has from then on. */
export const assignInput = z.strictObject({
  year: z.coerce.number().int(),
  files: z.array(z.strictObject({ applicationId: id, jurors: z.array(z.string()) })),
})

export const conflictInput = z.strictObject({
  applicationId: id,
  /** The juror; oneself when empty. */
  userId: z.string().default(''),
  reason: z
    .string()
    .trim()
    .min(3, fault('reason-missing'))
    .max(JURY_LENGTHS.reason, fault('too-long')),
})

/** Scores by axis; their names are those of the fields of the form. */
export function scoresInput(axes: readonly string[], scoreMax: number, finish: boolean) {
  const score = z.string().transform((typed, check) => {
    if (typed === '') {
      if (finish) check.addIssue({ code: 'custom', message: 'score-missing' satisfies JuryFault })
      return null
    }
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
    if (!(value <= scoreMax))
      check.addIssue({ code: 'custom', message: 'score-unsound' satisfies JuryFault })
    return value
  })
  const comment = z.string().trim().max(JURY_LENGTHS.comment, fault('too-long'))
  return z.object(
    Object.fromEntries(
      axes.flatMap((axis) => [
        [scoreField(axis), score] as const,
        [commentField(axis), comment] as const,
      ]),
    ),
  )
}
export const scoreField = (axis: string) => `score-${axis}`
export const commentField = (axis: string) => `comment-${axis}`

/** The fields of the mentions, in both languages. */
export const mentionFields = Array.from({ length: MOST_MENTIONS }, (_, index) => ({
  fr: `mention-${index + 1}-fr`,
  en: `mention-${index + 1}-en`,
}))

const mention = z.string().trim().max(200, fault('too-long')).default('')

/** @param levels those of the edition's scheme. */
export const decisionInput = (levels: readonly string[]) =>
  z
    .object({
      level: z
        .string()
        .min(1, fault('level-missing'))
        .refine((value) => value === NO_AWARD || levels.includes(value), fault('level-unknown')),
      feedback: z.string().trim().max(JURY_LENGTHS.feedback, fault('too-long')).default(''),
      minutes: z.string().trim().max(JURY_LENGTHS.minutes, fault('too-long')).default(''),
      /** When the decision that was read was taken: another since is not overwritten unseen. */
      seen: z.string().default(''),
    })
    .extend(
      Object.fromEntries(
        mentionFields.flatMap(({ fr, en }) => [
          [fr, mention],
          [en, mention],
        ]),
      ),
    )
    .superRefine((value, check) => {
      const typed: Record<string, string> = value
      for (const { fr, en } of mentionFields) {
        if ((typed[fr] === '') === (typed[en] === '')) continue
        const path = [typed[fr] === '' ? fr : en]
        check.addIssue({ code: 'custom', path, message: 'mention-both' satisfies JuryFault })
      }
    })
