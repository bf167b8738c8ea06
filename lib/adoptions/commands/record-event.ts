import { adoptionEvent } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'

export type AdoptionEventKind = (typeof adoptionEvent.$inferSelect)['kind']
/** Field by field, what was and what is. */
export type FieldChanges = Record<string, [unknown, unknown]>

/**
 * Adds a line to the history of an adoption, in the transaction that makes it true.
 * @param event.organisationId the organisation that spoke; null where none did (a moderator, the server).
 * @param event.userId who it was; the acting user where it is left out.
 */
export function recordEvent(
  tx: Tx,
  context: Pick<Context, 'actor' | 'now'>,
  event: {
    adoptionId: number
    kind: AdoptionEventKind
    organisationId?: number | null
    userId?: string | null
    changes?: FieldChanges
    reason?: string
  },
): void {
  const { actor } = context
  const acting = actor.kind === 'user' ? actor.id : null
  tx.insert(adoptionEvent)
    .values({
      adoptionId: event.adoptionId,
      at: context.now.toISOString(),
      kind: event.kind,
      userId: event.userId === undefined ? acting : event.userId,
      organisationId: event.organisationId ?? null,
      changes: event.changes ?? {},
      reason: event.reason ?? '',
    })
    .run()
}
