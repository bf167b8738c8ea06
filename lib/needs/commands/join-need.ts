import { needSupporter } from '#db/schema/needs.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { assertFewToday } from '../internal/few-today.ts'
import { needRow, organisationRow, supporterOf } from '../internal/rows.ts'
import { tellPublisher } from '../internal/tell-publisher.ts'
import { joinInput } from '../need-input.ts'

/**
 * "We need it too", in the name of an organisation; again, it changes what it said.
 * @throws z.ZodError whose messages are keys of NEED_FAULTS; SignInNeeded, Forbidden, NotFound, Conflict
 */
export function joinNeed(
  context: Context,
  id: number,
  input: unknown,
): { joined: 'new' | 'changed' } {
  const { organisation: key, amount, note } = joinInput.parse(input)
  const owner = organisationRow(context.db, key)
  const actor = assertUserMay(context.actor, 'need.join', owner.id)
  return inTransaction(context.db, (tx) => {
    const row = needRow(tx, id)
    if (row.state !== 'open') throw closed()
    assertFewToday(tx, context, actor.id, 'need.join')
    const before = tx.select().from(needSupporter).where(supporterOf(id, owner.id)).get()
    const said = { amount, note, userId: actor.id }
    tx.insert(needSupporter)
      .values({
        ...said,
        needId: id,
        organisationId: owner.id,
        createdAt: context.now.toISOString(),
      })
      .onConflictDoUpdate({
        target: [needSupporter.needId, needSupporter.organisationId],
        set: said,
      })
      .run()
    if (!before) tellPublisher(tx, context, 'need-joined', row, owner)
    recordAudit(tx, context, {
      action: before ? 'need.join-change' : 'need.join',
      subjectKind: 'need',
      subject: String(id),
      detail: { organisation: owner.key, amount },
    })
    return { joined: before ? 'changed' : 'new' }
  })
}

/**
 * Takes an organisation's word back. Its part in a call stays: that is another promise.
 * @throws SignInNeeded, Forbidden, NotFound, Conflict where it asked for the need itself
 */
export function leaveNeed(context: Context, id: number, organisationKey: string): void {
  const owner = organisationRow(context.db, organisationKey)
  assertUserMay(context.actor, 'need.join', owner.id)
  inTransaction(context.db, (tx) => {
    const row = needRow(tx, id)
    if (row.organisationId === owner.id) {
      throw new Conflict(
        'Votre organisme a exprimé ce besoin : pour y renoncer, fermez-le.',
        'Your organisation asked for this need: to give it up, close it.',
      )
    }
    const gone = tx.delete(needSupporter).where(supporterOf(id, owner.id)).run()
    if (gone.changes === 0) return
    recordAudit(tx, context, {
      action: 'need.leave',
      subjectKind: 'need',
      subject: String(id),
      detail: { organisation: owner.key },
    })
  })
}

const closed = () =>
  new Conflict(
    'Ce besoin n’est plus ouvert : sa page dit ce qu’il est devenu.',
    'This need is not open any more: its page says what became of it.',
  )
