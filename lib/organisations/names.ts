import { inArray } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import type { Context } from '#lib/context.ts'

/** Organisations by id, by name: what a form chooses from. */
export function organisationsOf(
  { db }: Pick<Context, 'db'>,
  ids: readonly number[],
): Array<{ key: string; name: string }> {
  return db
    .select({ key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]))
    .orderBy(organisation.nameKey)
    .all()
}
