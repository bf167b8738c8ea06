import { and, count, eq, gt } from 'drizzle-orm'
import { need, needSupporter } from '#db/schema/needs.ts'
import { businessFunction } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { TooMany } from '#lib/errors.ts'
import { fault } from '../internal/fault.ts'
import { organisationRow, softwareIdOf } from '../internal/rows.ts'
import { tellPublisher } from '../internal/tell-publisher.ts'
import { needInput } from '../need-input.ts'

/** Needs that one organisation may ask for in a day: more is a list, not a need. */
const MOST_A_DAY = 10
const DAY = 86_400_000

/**
 * Asks for what no free software does yet, in the name of an organisation, which is the first to need it.
 * @throws z.ZodError whose messages are keys of NEED_FAULTS; SignInNeeded, Forbidden, NotFound, TooMany
 */
export function askNeed(context: Context, input: unknown): { id: number } {
  const { organisation: key, amount, note, locale, title, body, ...about } = needInput.parse(input)
  const owner = organisationRow(context.db, key)
  const actor = assertUserMay(context.actor, 'need.write', owner.id)
  return inTransaction(context.db, (tx) => {
    const subject = subjectOf(tx, about)
    assertNotTooMany(tx, context, owner.id)
    const at = context.now.toISOString()
    const { id } = tx
      .insert(need)
      .values({
        ...subject,
        title,
        body,
        locale,
        organisationId: owner.id,
        userId: actor.id,
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: need.id })
      .get()
    tx.insert(needSupporter)
      .values({
        needId: id,
        organisationId: owner.id,
        amount,
        note,
        userId: actor.id,
        createdAt: at,
      })
      .run()
    tellPublisher(tx, context, 'need-asked', { id, title, ...subject }, owner)
    recordAudit(tx, context, {
      action: 'need.ask',
      subjectKind: 'need',
      subject: String(id),
      detail: { organisation: owner.key, title },
    })
    return { id }
  })
}

/** A wish where a software is named, else a gap. */
function subjectOf(tx: Tx, about: { function: string; software: string }) {
  const softwareId = softwareIdOf(tx, about.software)
  if (softwareId !== null) return { kind: 'wish' as const, softwareId, functionId: null }
  if (about.function === '') throw fault('function', 'subject-missing')
  const known = tx
    .select({ id: businessFunction.id })
    .from(businessFunction)
    .where(eq(businessFunction.slug, about.function))
    .get()
  if (!known) throw fault('function', 'function-unknown')
  return { kind: 'gap' as const, softwareId: null, functionId: known.id }
}

function assertNotTooMany(tx: Tx, context: Context, organisationId: number): void {
  const since = new Date(context.now.getTime() - DAY).toISOString()
  const asked = tx
    .select({ n: count() })
    .from(need)
    .where(and(eq(need.organisationId, organisationId), gt(need.createdAt, since)))
    .get()
  if ((asked?.n ?? 0) < MOST_A_DAY) return
  throw new TooMany(
    `Votre organisme a déjà exprimé ${MOST_A_DAY} besoins depuis hier : reprenez demain, ou rejoignez ceux des autres.`,
    `Your organisation has asked for ${MOST_A_DAY} needs since yesterday: go on tomorrow, or join those of others.`,
  )
}
