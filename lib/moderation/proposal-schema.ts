import { z } from 'zod'
import { webAddress } from '#lib/sources.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import type { ProposalFault } from './schema.ts'

const because = (error: ProposalFault) => ({ error })

/** A software that is not in the catalogue, and what the organisation declares of it. */
export const proposalInput = z.object({
  organisation: z.string(because('organisation-missing')).min(1, because('organisation-missing')),
  name: z
    .string(because('name-missing'))
    .transform(oneLine)
    .pipe(z.string().min(1, because('name-missing')).max(80, because('name-long'))),
  /** Its site or its repository. */
  website: z
    .string(because('website-wrong'))
    .transform(oneLine)
    .refine(
      (text) => text === '' || (text.length <= 300 && webAddress.safeParse(text).success),
      because('website-wrong'),
    )
    .default(''),
  what: z
    .string(because('what-missing'))
    .transform(lines)
    .pipe(z.string().min(1, because('what-missing')).max(2_000, because('what-long'))),
  declaration: z.record(z.string(), z.string()),
})
