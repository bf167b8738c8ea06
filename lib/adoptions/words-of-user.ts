import { asc, eq, inArray, sql } from 'drizzle-orm'
import { adoptionEvent } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

/** All that whoever asks has said of uses, oldest first: theirs to take away. @throws SignInNeeded */
export function wordsOfUser(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      at: adoptionEvent.at,
      did: adoptionEvent.kind,
      software: software.slug,
      organisation: organisation.key,
      changes: adoptionEvent.changes,
      reason: adoptionEvent.reason,
    })
    .from(adoptionEvent)
    .innerJoin(adoption, eq(adoption.id, adoptionEvent.adoptionId))
    .innerJoin(software, eq(software.id, adoption.softwareId))
    .innerJoin(organisation, eq(organisation.id, adoption.organisationId))
    .where(eq(adoptionEvent.userId, id))
    .orderBy(asc(adoptionEvent.id))
    .all()
}

/** How many uses of each organisation wait for its word: said by others, or long ago. */
export function countWaiting(
  { db }: Pick<Context, 'db'>,
  organisationIds: readonly number[],
): Map<number, number> {
  const rows = db
    .select({ id: adoption.organisationId, n: sql<number>`count(*)` })
    .from(adoption)
    .where(
      sql`${inArray(adoption.organisationId, [...organisationIds])} AND ${inArray(adoption.trust, ['reported', 'to-reconfirm'])}`,
    )
    .groupBy(adoption.organisationId)
    .all()
  return new Map(rows.map(({ id, n }) => [id, n]))
}
