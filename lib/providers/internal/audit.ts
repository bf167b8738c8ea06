import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'

/** Records what was done to a provider, named by its address. */
export function auditProvider(
  tx: Tx,
  context: Context,
  action: string,
  slug: string,
  detail: Record<string, unknown> = {},
): void {
  recordAudit(tx, context, {
    action: `provider.${action}`,
    subjectKind: 'provider',
    subject: slug,
    detail,
  })
}
