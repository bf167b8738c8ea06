import { z } from 'zod'
import { lines } from '#lib/typed-text.ts'
import { LONGEST_REASON, type SettleFault, SHORTEST_REASON } from './schema.ts'

const because = (error: SettleFault) => ({ error })

/** Why something is decided, as the person is told. */
export const reasonInput = z
  .string(because('reason-missing'))
  .transform(lines)
  .pipe(
    z
      .string()
      .min(1, { ...because('reason-missing'), abort: true })
      .min(SHORTEST_REASON, because('reason-short'))
      .max(LONGEST_REASON, because('reason-long')),
  )

/** A moderator's decision. */
export const settleInput = z.object({
  caseId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  accepted: z.boolean(),
  reason: reasonInput,
  /** Of a request to join: the domain of the address is the organisation's from now on. */
  verifyDomain: z.boolean().default(false),
  /** Of a proposed software: the entry that it is, */
  existingSlug: z.string().trim().default(''),
  /** or the one to make: see newEntryInput. */
  newEntry: z.unknown().optional(),
  /** Of a project that was listed: its form as the moderator corrected it, */
  listing: z.record(z.string(), z.string()).optional(),
  /** whether who listed it manages its publisher from now on, */
  manager: z.boolean().default(false),
  /** and, as of a claim, whether the publisher is verified. */
  verifyPublisher: z.boolean().default(false),
  /** The hosts of FORGE_HOSTS. */
  hosts: z.array(z.string()).default([]),
})
export type Decision = z.output<typeof settleInput>
