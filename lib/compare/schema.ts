import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'

/** As many as stand side by side on a sheet of paper. */
export const MOST_COMPARED = 5
/** Names beyond this many are no one's choice: they are not looked up. */
const MOST_READ = 20
const LONGEST_NAME = 60

/**
 * The names of an address, each once: `logiciels=a,b` as it is shared, or `logiciels=a&logiciels=b` as a
 * form of boxes sends it.
 */
function namesIn(value: string | string[]): string[] {
  const names = [value]
    .flat()
    .flatMap((part) => part.split(','))
    .map((name) => name.trim().toLowerCase().slice(0, LONGEST_NAME))
    .filter((name) => name !== '')
  return [...new Set(names)].slice(0, MOST_READ)
}

/** What the address of the comparison asks for; anything malformed is left out, never an error. */
export const compareAddress = z.object({
  logiciels: z
    .union([z.string(), z.array(z.string())])
    .transform(namesIn)
    .catch([]),
  /** The organisation whose likes are looked at: its key, or what someone typed to say which. */
  comme: firstValue.transform((text) => text.trim().slice(0, 120)).catch(''),
  /** Words of a search, for one more to add. */
  q: firstValue.transform((text) => text.trim().slice(0, 200)).catch(''),
})
export type CompareAddress = z.infer<typeof compareAddress>

export const RELATION_KINDS = ['alternative', 'variant-of', 'works-with', 'replaces'] as const
/** What one software is to another. */
export type RelationKind = (typeof RELATION_KINDS)[number]

/** Whose word a relation is. */
export type RelationBy = 'publisher' | 'moderator' | 'publiccode' | 'server'
