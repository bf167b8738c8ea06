import { z } from 'zod'
import { softwareMeant } from '#lib/adoptions/which-software.ts'
import type { Context } from '#lib/context.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import type { ProviderFault } from '../schema.ts'

/**
 * The entry that someone means by what they typed: its name, another of its names or its address. It
 * searches: call it before the transaction.
 * @throws z.ZodError at `software` when it means none, or several.
 */
export function chosenSoftware(
  context: Pick<Context, 'db'>,
  typed: string,
): { id: number; slug: string } {
  const meant = softwareMeant(context, typed)
  const found = 'one' in meant ? resolveSoftwareSlug(context.db, meant.one.slug) : undefined
  if (found) return found
  const several = 'several' in meant && meant.several.length > 0
  const message: ProviderFault = several ? 'software-several' : 'software-unknown'
  throw new z.ZodError([{ code: 'custom', path: ['software'], message, input: typed }])
}
