import { eq } from 'drizzle-orm'
import { application, applicationEvent } from '#db/schema/applications.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import type { ApplicationEventKind } from '../schema.ts'
import { type Dossier, stateAfter } from './dossier-of.ts'

interface Happening {
  kind: ApplicationEventKind
  /** What the history shows with it. */
  note?: string
  /** Of the application's row. */
  set?: Partial<typeof application.$inferInsert>
  /** What the audit keeps besides; nothing secret. */
  detail?: Record<string, unknown>
}

/**
 * Writes what happened to a dossier: its row, its history, the audit.
 * @returns the id of the line of the history.
 */
export function record(tx: Tx, context: Context, { row }: Dossier, what: Happening): number {
  const { kind, note = '', set = {}, detail = {} } = what
  const at = context.now.toISOString()
  tx.update(application)
    .set({ ...set, updatedAt: at })
    .where(eq(application.id, row.id))
    .run()
  const { id } = tx
    .insert(applicationEvent)
    .values({
      applicationId: row.id,
      at,
      kind,
      userId: context.actor.kind === 'user' ? context.actor.id : null,
      note,
    })
    .returning({ id: applicationEvent.id })
    .get()
  recordAudit(tx, context, {
    action: `application.${kind}`,
    subjectKind: 'application',
    subject: String(row.id),
    detail: { organisationId: row.organisationId, grid: row.grid, ...detail },
  })
  return id
}

/**
 * What every change of a dossier does to its state: one that the élu had validated is to be validated
 * again, and its history says so.
 * @returns whether it was.
 */
export function noteChange(tx: Tx, context: Context, dossier: Dossier): boolean {
  const state = stateAfter(dossier, 'change')
  if (dossier.row.validatedAt === '') return false
  record(tx, context, dossier, {
    kind: 'changed-after-validation',
    set: { state, validatedAt: '', validatedHash: '' },
  })
  return true
}
