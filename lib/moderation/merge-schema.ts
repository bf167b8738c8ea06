import { z } from 'zod'
import { reasonInput } from './settle-schema.ts'

const slug = z.string().trim().max(200)

/** Two entries that are one software: the first goes, its address leads to the second. */
export const mergeInput = z.object({ fromSlug: slug, intoSlug: slug, why: reasonInput })
