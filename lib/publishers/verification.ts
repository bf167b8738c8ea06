import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { publisherVerification } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'

/** Since when a publisher is verified, ISO 8601; undefined when it is not. */
export function verifiedSince(db: Db | Tx, publisherId: number): string | undefined {
  return db
    .select({ at: publisherVerification.verifiedAt })
    .from(publisherVerification)
    .where(eq(publisherVerification.publisherId, publisherId))
    .get()?.at
}

/**
 * Says that a publisher is who it says, or that this is not known any more: what its members list appears
 * at once, or waits for a moderator. Said twice, it changes nothing.
 * @throws SignInNeeded, Forbidden, NotFound
 */
export function verifyPublisher(
  context: Context,
  input: { slug: string; verified: boolean },
): { name: string; changed: boolean } {
  assertMay(context.actor, 'publisher.verify')
  return inTransaction(context.db, (tx) => {
    const row = tx.select().from(publisher).where(eq(publisher.slug, input.slug)).get()
    if (!row) throw noPublisher(input.slug)
    return { name: row.name, changed: setVerifiedIn(tx, context, row, input.verified) }
  })
}

/** The same in a transaction that is open. @returns whether anything changed. @throws Forbidden */
export function setVerifiedIn(
  tx: Tx,
  context: Context,
  { id, slug }: { id: number; slug: string },
  verified: boolean,
): boolean {
  assertMay(context.actor, 'publisher.verify')
  const isPerson = context.actor.kind === 'user'
  const { changes } = verified
    ? tx
        .insert(publisherVerification)
        .values({
          publisherId: id,
          how: isPerson ? 'moderator' : 'server',
          verifiedAt: context.now.toISOString(),
          verifiedBy: context.actor.kind === 'user' ? context.actor.id : null,
        })
        .onConflictDoNothing()
        .run()
    : tx.delete(publisherVerification).where(eq(publisherVerification.publisherId, id)).run()
  if (changes === 0) return false
  recordAudit(tx, context, {
    action: verified ? 'publisher.verify' : 'publisher.unverify',
    subjectKind: 'publisher',
    subject: slug,
  })
  return true
}

export const noPublisher = (slug: string) =>
  new NotFound(
    `Aucun éditeur n’a l’adresse « ${slug} » : c’est la fin de l’adresse de sa page.`,
    `No publisher has the address “${slug}”: it is the end of the address of its page.`,
  )
