import { auditEntry } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'
import type { Actor, Context } from '#lib/context.ts'

/** All that a visitor may change; no identity is recorded with it. */
const OPEN_TO_VISITORS: readonly string[] = [
  'software-request.ask',
  'adoption.reconfirm',
  'application.validated',
  'application.sent-back',
]

/** Records a change in the transaction that makes it. `detail` must hold nothing secret. */
export function recordAudit(
  tx: Tx,
  context: Context,
  entry: { action: string; subjectKind: string; subject: string; detail?: Record<string, unknown> },
): void {
  const { actor } = context
  if (actor.kind === 'visitor' && !OPEN_TO_VISITORS.includes(entry.action)) {
    throw new Error(`a visitor may not: ${entry.action}`)
  }
  tx.insert(auditEntry)
    .values({
      at: context.now.toISOString(),
      actorKind: actor.kind,
      actor: nameOf(actor),
      action: entry.action,
      subjectKind: entry.subjectKind,
      subject: entry.subject,
      detail: entry.detail ?? null,
    })
    .run()
}

/** A user is named by id: once the account is deleted, nobody is named any more. */
function nameOf(actor: Actor): string {
  if (actor.kind === 'visitor') return ''
  return actor.kind === 'user' ? actor.id : actor.name
}
