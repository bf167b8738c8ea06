import { needSupporter, poolingPart } from '#db/schema/needs.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { assertFewToday } from '../internal/few-today.ts'
import { callRow, organisationRow, partOf } from '../internal/rows.ts'
import { mailLead } from '../mails.ts'
import { joinInput } from '../need-input.ts'
import { takesParts } from '../rules/takes-parts.ts'

/**
 * Joins a call for pooling in the name of an organisation, which then needs what it is for, too; again, it
 * changes what it said. Who leads the call is told by mail.
 * @throws z.ZodError whose messages are keys of NEED_FAULTS; SignInNeeded, Forbidden, NotFound, Conflict
 */
export function joinCall(
  context: Context,
  id: number,
  input: unknown,
  options: { siteUrl: string },
): { joined: 'new' | 'changed' } {
  const { organisation: key, amount, note } = joinInput.parse(input)
  const owner = organisationRow(context.db, key)
  const actor = assertUserMay(context.actor, 'pooling.join', owner.id)
  return inTransaction(context.db, (tx) => {
    const call = callRow(tx, id)
    if (!takesParts(call, context.now)) throw over()
    assertFewToday(tx, context, actor.id, 'pooling.join')
    const at = context.now.toISOString()
    const before = tx.select().from(poolingPart).where(partOf(id, owner.id)).get()
    const said = { amount, note, userId: actor.id }
    tx.insert(poolingPart)
      .values({ ...said, callId: id, organisationId: owner.id, createdAt: at })
      .onConflictDoUpdate({ target: [poolingPart.callId, poolingPart.organisationId], set: said })
      .run()
    tx.insert(needSupporter)
      .values({
        needId: call.needId,
        organisationId: owner.id,
        userId: actor.id,
        createdAt: at,
      })
      .onConflictDoNothing()
      .run()
    if (!before && owner.id !== call.leadId) {
      mailLead(tx, context, call, { siteUrl: options.siteUrl, by: owner.name })
    }
    recordAudit(tx, context, {
      action: before ? 'pooling.join-change' : 'pooling.join',
      subjectKind: 'pooling-call',
      subject: String(id),
      detail: { organisation: owner.key, amount },
    })
    return { joined: before ? 'changed' : 'new' }
  })
}

/** Leaves a call. @throws SignInNeeded, Forbidden, NotFound, Conflict where it leads it, or it is over */
export function leaveCall(context: Context, id: number, organisationKey: string): void {
  const owner = organisationRow(context.db, organisationKey)
  assertUserMay(context.actor, 'pooling.join', owner.id)
  inTransaction(context.db, (tx) => {
    const call = callRow(tx, id)
    if (call.leadId === owner.id) {
      throw new Conflict(
        'Votre organisme porte cet appel : pour y renoncer, dites-le abandonné.',
        'Your organisation leads this call: to give it up, say that it is abandoned.',
      )
    }
    // What was promised once it is funded is between those who signed.
    if (call.state !== 'open') throw over()
    const gone = tx.delete(poolingPart).where(partOf(id, owner.id)).run()
    if (gone.changes === 0) return
    recordAudit(tx, context, {
      action: 'pooling.leave',
      subjectKind: 'pooling-call',
      subject: String(id),
      detail: { organisation: owner.key },
    })
  })
}

const over = () =>
  new Conflict(
    'Cet appel n’est plus ouvert : sa page dit où il en est. Écrivez à l’organisme qui le porte.',
    'This call is not open any more: its page says how it stands. Write to the organisation that leads it.',
  )
