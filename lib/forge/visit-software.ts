import { eq } from 'drizzle-orm'
import { software } from '#db/schema/software.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import type { Settings } from '#lib/env.ts'
import { NotFound, TooMany } from '#lib/errors.ts'
import { followEntries, repositoriesToVisit } from './internal/repository-rows.ts'
import { ForgeRefusal } from './refusal.ts'
import { visitRepository } from './visit-repository.ts'

/** Milliseconds between two visits that people ask for: a forge is not ours to wear out. */
const BETWEEN = 60_000
/** Visits that people may ask for at once: each is a git process and a wait. */
const AT_ONCE = 4
const underWay = new Set<number>()

/**
 * Visits the repository of one entry now, because its publisher or a moderator asks.
 * @returns whether anything was read anew, and whether the entry is another than before.
 * @throws ForgeRefusal when the visit failed, which is on record by then; NotFound; TooMany; Forbidden
 */
export async function visitSoftware(
  context: Context,
  slug: string,
  settings: Pick<Settings, 'forgeHosts' | 'forgeTokens'>,
): Promise<{ unchanged: boolean; changed: boolean }> {
  const { db, actor, now } = context
  const entry = db
    .select({ publisherId: software.publisherId })
    .from(software)
    .where(eq(software.slug, slug))
    .get()
  if (!entry) throw noRepository()
  assertMay(actor, 'forge.visit', { publisher: entry.publisherId })
  followEntries(context, settings.forgeHosts)
  const [row] = repositoriesToVisit(context, { software: slug })
  if (!row) throw noRepository()
  if (row.visitedAt !== '' && now.getTime() - Date.parse(row.visitedAt) < BETWEEN) {
    throw new TooMany(
      'Ce dépôt a été visité il y a moins d’une minute. Réessayez dans une minute.',
      'This repository was visited less than a minute ago. Try again in a minute.',
    )
  }
  if (underWay.has(row.softwareId) || underWay.size >= AT_ONCE) {
    throw new TooMany(
      'Ce dépôt, ou plusieurs autres, sont en cours de lecture. Réessayez dans une minute.',
      'This repository, or several others, are being read. Try again in a minute.',
    )
  }
  underWay.add(row.softwareId)
  const { outcome, changed, fault } = await visitRepository(context, row, { settings }).finally(
    () => underWay.delete(row.softwareId),
  )
  if (fault) throw new ForgeRefusal(fault, row.host)
  return { unchanged: outcome === 'unchanged', changed }
}

const noRepository = () =>
  new NotFound(
    'Cette fiche n’a pas de dépôt à lire. Donnez-en l’adresse dans la fiche, puis réessayez.',
    'This entry has no repository to read. Give its address in the entry, then try again.',
  )
