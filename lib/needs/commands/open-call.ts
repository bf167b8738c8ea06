import { eq } from 'drizzle-orm'
import { needSupporter, poolingCall, poolingPart } from '#db/schema/needs.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { Conflict } from '#lib/errors.ts'
import { fault } from '../internal/fault.ts'
import { assertFewToday } from '../internal/few-today.ts'
import { needRow, organisationRow } from '../internal/rows.ts'
import { mailSupporters } from '../mails.ts'
import { callInput } from '../need-input.ts'

/**
 * Opens a call for pooling on a need, led by an organisation, which takes part itself. Whoever needs it is
 * told by mail.
 * @throws z.ZodError whose messages are keys of NEED_FAULTS; SignInNeeded, Forbidden, NotFound, Conflict
 */
export function openCall(
  context: Context,
  { need: needId, organisation: key }: { need: number; organisation: string },
  input: unknown,
  options: { siteUrl: string },
): { id: number } {
  const lead = organisationRow(context.db, key)
  const actor = assertUserMay(context.actor, 'pooling.lead', lead.id)
  const typed = callInput.parse(input)
  assertAhead(context, typed.deadline)
  return inTransaction(context.db, (tx) => {
    const row = needRow(tx, needId)
    if (row.state !== 'open') {
      throw new Conflict(
        'Ce besoin n’est plus ouvert : rouvrez-le, ou exprimez-en un autre.',
        'This need is not open any more: open it again, or ask for another.',
      )
    }
    assertFewToday(tx, context, actor.id, 'pooling.open')
    const at = context.now.toISOString()
    const userId = actor.id
    const { id } = tx
      .insert(poolingCall)
      .values({ ...typed, needId, leadId: lead.id, userId, createdAt: at, updatedAt: at })
      .returning({ id: poolingCall.id })
      .get()
    const said = { organisationId: lead.id, userId, createdAt: at }
    tx.insert(poolingPart)
      .values({ ...said, callId: id })
      .run()
    // Who leads a call needs what it is for.
    tx.insert(needSupporter)
      .values({ ...said, needId })
      .onConflictDoNothing()
      .run()
    mailSupporters(tx, context, needId, lead.id, {
      siteUrl: options.siteUrl,
      said: 'call-opened',
      path: `/besoins/${needId}/appels/${id}`,
      title: typed.title,
      by: lead.name,
    })
    recordAudit(tx, context, {
      action: 'pooling.open',
      subjectKind: 'pooling-call',
      subject: String(id),
      detail: { need: needId, lead: lead.key, target: typed.target, deadline: typed.deadline },
    })
    return { id }
  })
}

/** Changes the text of a call, its target and its last day. @throws the same */
export function changeCall(context: Context, id: number, input: unknown): void {
  const before = context.db.select().from(poolingCall).where(eq(poolingCall.id, id)).get()
  assertUserMay(context.actor, 'pooling.lead', before?.leadId)
  const typed = callInput.parse(input)
  // A day that has passed may stay as it was.
  if (typed.deadline !== before?.deadline) assertAhead(context, typed.deadline)
  inTransaction(context.db, (tx) => {
    tx.update(poolingCall)
      .set({ ...typed, updatedAt: context.now.toISOString() })
      .where(eq(poolingCall.id, id))
      .run()
    recordAudit(tx, context, {
      action: 'pooling.change',
      subjectKind: 'pooling-call',
      subject: String(id),
      detail: { target: typed.target, deadline: typed.deadline },
    })
  })
}

function assertAhead(context: Context, deadline: string): void {
  if (deadline !== '' && deadline < parisDay(context.now)) throw fault('deadline', 'deadline-past')
}
