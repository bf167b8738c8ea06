import { and, count, eq, gt } from 'drizzle-orm'
import { auditEntry } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { TooMany } from '#lib/errors.ts'

/** How often one person may do in a day what writes to others: our mails must not fill mailboxes. */
const MOST_A_DAY = {
  'need.join': 100,
  'pooling.open': 10,
  'pooling.join': 50,
  'pooling.settle': 20,
} as const
const DAY = 86_400_000

/** @throws TooMany */
export function assertFewToday(
  tx: Tx,
  context: Pick<Context, 'now'>,
  userId: string,
  action: keyof typeof MOST_A_DAY,
): void {
  const since = new Date(context.now.getTime() - DAY).toISOString()
  const done = tx
    .select({ n: count() })
    .from(auditEntry)
    .where(
      and(eq(auditEntry.action, action), eq(auditEntry.actor, userId), gt(auditEntry.at, since)),
    )
    .get()
  const most = MOST_A_DAY[action]
  if ((done?.n ?? 0) < most) return
  throw new TooMany(
    `Vous l’avez fait ${most} fois depuis hier, et d’autres en reçoivent chaque fois un courriel : reprenez demain.`,
    `You have done this ${most} times since yesterday, and others get a mail each time: go on tomorrow.`,
  )
}
