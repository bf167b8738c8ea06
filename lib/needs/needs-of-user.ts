import { asc, eq } from 'drizzle-orm'
import { need, needSupporter, poolingCall, poolingPart } from '#db/schema/needs.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Context } from '#lib/context.ts'

/** What someone wrote of needs and calls, for the copy of their own data. */
export function needsOfUser({ db }: Pick<Context, 'db'>, userId: string) {
  return {
    asked: db
      .select({ title: need.title, body: need.body, at: need.createdAt })
      .from(need)
      .where(eq(need.userId, userId))
      .orderBy(asc(need.id))
      .all(),
    joined: db
      .select({
        title: need.title,
        organisation: organisation.name,
        amount: needSupporter.amount,
        note: needSupporter.note,
        at: needSupporter.createdAt,
      })
      .from(needSupporter)
      .innerJoin(need, eq(need.id, needSupporter.needId))
      .innerJoin(organisation, eq(organisation.id, needSupporter.organisationId))
      .where(eq(needSupporter.userId, userId))
      .all(),
    led: db
      .select({ title: poolingCall.title, body: poolingCall.body, at: poolingCall.createdAt })
      .from(poolingCall)
      .where(eq(poolingCall.userId, userId))
      .orderBy(asc(poolingCall.id))
      .all(),
    parts: db
      .select({
        title: poolingCall.title,
        organisation: organisation.name,
        amount: poolingPart.amount,
        note: poolingPart.note,
        at: poolingPart.createdAt,
      })
      .from(poolingPart)
      .innerJoin(poolingCall, eq(poolingCall.id, poolingPart.callId))
      .innerJoin(organisation, eq(organisation.id, poolingPart.organisationId))
      .where(eq(poolingPart.userId, userId))
      .all(),
  }
}
