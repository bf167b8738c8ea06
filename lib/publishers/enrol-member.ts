import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { user } from '#db/schema/accounts.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { MEMBER_ROLES, type MemberRole } from '#lib/accounts/rules/rights.ts'
import { emailAddress } from '#lib/accounts/schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'
import { noPublisher } from './verification.ts'

type How = (typeof publisherMember.$inferInsert)['how']

/**
 * Makes someone a member of a publisher, or gives a member another role, in the transaction of whoever
 * decided it and has the right. @returns whether anything changed.
 */
export function joinPublisherIn(
  tx: Tx,
  context: Context,
  member: { userId: string; publisherId: number; role: MemberRole; how: How },
): boolean {
  const { userId, publisherId, role, how } = member
  const ofBoth = and(
    eq(publisherMember.userId, userId),
    eq(publisherMember.publisherId, publisherId),
  )
  const before = tx.select().from(publisherMember).where(ofBoth).get()
  if (before?.role === role) return false
  if (before) tx.update(publisherMember).set({ role }).where(ofBoth).run()
  else {
    tx.insert(publisherMember)
      .values({
        ...{ userId, publisherId, role, how },
        createdAt: context.now.toISOString(),
        grantedBy: context.actor.kind === 'user' ? context.actor.id : null,
      })
      .run()
  }
  recordAudit(tx, context, {
    action: before ? 'publisher-member.change-role' : 'publisher-member.add',
    subjectKind: 'user',
    subject: userId,
    detail: { publisher: publisherId, role, how },
  })
  return true
}

const input = z.object({ email: emailAddress, slug: z.string(), role: z.enum(MEMBER_ROLES) })

/**
 * Makes someone a member or a manager of a publisher, from the command line. Whoever has no account yet
 * gets one, which waits for their first sign-in.
 * @throws Forbidden, InvalidInput, NotFound
 */
export function enrolInPublisher(
  context: Context,
  typed: { email: string; slug: string; role: string },
): { email: string; publisher: string; role: MemberRole } {
  assertMay(context.actor, 'publisher.verify')
  const parsed = input.safeParse(typed)
  if (!parsed.success) {
    throw new InvalidInput(
      'Donnez la fin de l’adresse de la page de l’éditeur, une adresse de courriel, puis manager ou rien.',
      'Give the end of the address of the publisher’s page, an e-mail address, then manager or nothing.',
    )
  }
  const { email, slug, role } = parsed.data
  return inTransaction(context.db, (tx) => {
    const row = tx.select().from(publisher).where(eq(publisher.slug, slug)).get()
    if (!row) throw noPublisher(slug)
    const userId = userOf(tx, context, email)
    const how = context.actor.kind === 'user' ? 'moderator' : 'server'
    joinPublisherIn(tx, context, { userId, publisherId: row.id, role, how })
    return { email, publisher: row.name, role }
  })
}

function userOf(tx: Tx, context: Context, email: string): string {
  const found = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
  if (found) return found.id
  const id = randomUUID()
  const at = context.now
  // Nobody signs in with it who does not prove the address, by a link or by a provider.
  tx.insert(user)
    .values({ id, email, name: '', emailVerified: true, createdAt: at, updatedAt: at })
    .run()
  recordAudit(tx, context, { action: 'user.create', subjectKind: 'user', subject: id })
  return id
}
