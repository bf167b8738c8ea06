import { eq, sql } from 'drizzle-orm'
import { grid } from '#db/schema/label.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'

/** What every change of a grid leaves: its next revision, the time, and its trace. */
export function gridChanged(
  tx: Tx,
  context: Context,
  key: string,
  entry: { action: string; detail: Record<string, unknown> },
): void {
  tx.update(grid)
    .set({ revision: sql`${grid.revision} + 1`, updatedAt: context.now.toISOString() })
    .where(eq(grid.key, key))
    .run()
  nextCatalogueVersion(tx)
  recordAudit(tx, context, { ...entry, subjectKind: 'grid', subject: key })
}
