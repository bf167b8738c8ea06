import { inArray } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import type { Context } from '#lib/context.ts'

/** Organisations by id, by name: what a form chooses from. */
export function organisationsOf(
  { db }: Pick<Context, 'db'>,
  ids: readonly number[],
): Array<{ id: number; key: string; name: string }> {
  if (ids.length === 0) return []
  return db
    .select({ id: organisation.id, key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]))
    .orderBy(organisation.nameKey)
    .all()
}
