import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { softwareRedirect } from '#db/schema/adoption-life.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'

/**
 * The entry that a slug leads to today: its own, or the one that it was merged into.
 * @returns its id and its slug of today; undefined when no entry ever had this address.
 */
export function resolveSoftwareSlug(
  db: Db | Tx,
  slug: string,
): { id: number; slug: string } | undefined {
  const columns = { id: software.id, slug: software.slug }
  return (
    db.select(columns).from(software).where(eq(software.slug, slug)).get() ??
    db
      .select(columns)
      .from(softwareRedirect)
      .innerJoin(software, eq(software.id, softwareRedirect.softwareId))
      .where(eq(softwareRedirect.slug, slug))
      .get()
  )
}

/** Addresses of entries that are no more, with the slug of today that each leads to. */
export function mergedSlugs(db: Db | Tx): Map<string, { id: number; slug: string }> {
  const rows = db
    .select({ from: softwareRedirect.slug, id: software.id, slug: software.slug })
    .from(softwareRedirect)
    .innerJoin(software, eq(software.id, softwareRedirect.softwareId))
    .all()
  return new Map(rows.map(({ from, ...into }) => [from, into]))
}
