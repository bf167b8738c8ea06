import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { joinRequest, membership, organisationDomain, user } from '#db/schema/accounts.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { auditEntry } from '#db/schema/system.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { provesAnEmployer } from '../rules/mail-domain.ts'
import { joinInput } from '../schema.ts'

export interface JoinOutcome {
  organisation: { key: string; name: string }
  /** `joined` at once; `asked` of the moderators, now or before; `already` a member in that role. */
  outcome: 'joined' | 'asked' | 'already'
}

/**
 * Asks to join an organisation. Whoever's address proves that they work there joins at once, as a member;
 * everything else waits for a moderator, one request at a time: sent twice, it is one.
 * @throws SignInNeeded, NotFound, z.ZodError whose messages are keys of ACCOUNT_FAULTS
 */
export function askToJoin(context: Context, input: unknown): JoinOutcome {
  const actor = assertUserMay(context.actor, 'organisation.join')
  const { organisation: key, role, message } = joinInput.parse(input)
  return inTransaction(context.db, (tx) => {
    const found = tx.select().from(organisation).where(eq(organisation.key, key)).get()
    if (!found) {
      throw new NotFound(
        'Cet organisme n’est pas au catalogue. Cherchez-le de nouveau.',
        'This organisation is not in the catalogue. Look for it again.',
      )
    }
    const end = (outcome: JoinOutcome['outcome']): JoinOutcome => ({
      organisation: { key: found.key, name: found.name },
      outcome,
    })
    const here = tx
      .select({ role: membership.role })
      .from(membership)
      .where(and(eq(membership.userId, actor.id), eq(membership.organisationId, found.id)))
      .get()
    if (here && (here.role === role || here.role === 'manager')) return end('already')
    const proven = !here && domainProves(tx, actor.id, found.id)
    if (proven) joinByDomain(tx, context, actor.id, found.id)
    if (proven && role === 'member') return end('joined')
    ask(tx, context, { userId: actor.id, organisationId: found.id, role, message })
    return end(proven ? 'joined' : 'asked')
  })
}

function ask(
  tx: Tx,
  context: Context,
  row: Pick<typeof joinRequest.$inferSelect, 'userId' | 'organisationId' | 'role' | 'message'>,
): void {
  const waiting = tx
    .select({ id: joinRequest.id })
    .from(joinRequest)
    .innerJoin(
      moderationCase,
      and(eq(moderationCase.kind, 'join-request'), eq(moderationCase.subjectId, joinRequest.id)),
    )
    .where(
      and(
        eq(joinRequest.userId, row.userId),
        eq(joinRequest.organisationId, row.organisationId),
        eq(moderationCase.state, 'waiting'),
      ),
    )
    .get()
  if (waiting) return
  const { id } = tx
    .insert(joinRequest)
    .values({ ...row, createdAt: context.now.toISOString() })
    .returning({ id: joinRequest.id })
    .get()
  openCase(tx, context, 'join-request', id)
  recordAudit(tx, context, {
    action: 'member.ask',
    subjectKind: 'organisation',
    subject: String(row.organisationId),
    detail: { request: id, role: row.role },
  })
}

/** Whether a user's verified address is in a verified domain of an organisation that has not put them out. */
function domainProves(tx: Tx, userId: string, organisationId: number): boolean {
  const person = tx.select().from(user).where(eq(user.id, userId)).get()
  const domain = person?.email.split('@').at(-1)?.toLowerCase() ?? ''
  if (!person?.emailVerified || !provesAnEmployer(domain)) return false
  const verified = tx
    .select({ domain: organisationDomain.domain })
    .from(organisationDomain)
    .where(
      and(
        eq(organisationDomain.organisationId, organisationId),
        eq(organisationDomain.domain, domain),
      ),
    )
    .get()
  return verified !== undefined && lastDeparture(tx, userId, organisationId) !== 'member.remove'
}

function joinByDomain(tx: Tx, context: Context, userId: string, organisationId: number): void {
  tx.insert(membership)
    .values({
      userId,
      organisationId,
      role: 'member',
      how: 'domain',
      createdAt: context.now.toISOString(),
    })
    .run()
  recordAudit(tx, context, {
    action: 'member.join',
    subjectKind: 'organisation',
    subject: String(organisationId),
    detail: { user: userId, how: 'domain', role: 'member' },
  })
}

/**
 * How someone last came or went, as the audit tells: whoever left an organisation, or was put out of it,
 * does not come back by merely signing in.
 */
export function lastDeparture(
  tx: Tx,
  userId: string,
  organisationId: number,
): 'member.remove' | 'member.leave' | undefined {
  const last = tx
    .select({ action: auditEntry.action })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.subjectKind, 'organisation'),
        eq(auditEntry.subject, String(organisationId)),
        inArray(auditEntry.action, ['member.join', 'member.remove', 'member.leave']),
        sql`${auditEntry.detail} ->> 'user' = ${userId}`,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(1)
    .get()?.action
  return last === 'member.remove' || last === 'member.leave' ? last : undefined
}
