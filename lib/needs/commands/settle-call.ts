import { eq } from 'drizzle-orm'
import { poolingCall } from '#db/schema/needs.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { checkDocument } from '#lib/applications/documents/check-document.ts'
import { dropKept, keepFile } from '#lib/applications/documents/folder.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { fault } from '../internal/fault.ts'
import { assertFewToday } from '../internal/few-today.ts'
import { callRow, softwareIdOf } from '../internal/rows.ts'
import { mailParts } from '../mails.ts'
import { settleCallInput } from '../need-input.ts'

/**
 * Says how a call stands: funded, delivered with its outcome, abandoned, or open again. Who takes part is
 * told by mail.
 * @throws z.ZodError whose messages are keys of NEED_FAULTS; SignInNeeded, Forbidden, NotFound
 */
export function settleCall(
  context: Context,
  id: number,
  input: unknown,
  options: { siteUrl: string },
): void {
  const before = callRow(context.db, id)
  const actor = assertUserMay(context.actor, 'pooling.lead', before.leadId)
  const { state, outcome, outcomeUrl, software } = settleCallInput.parse(input)
  // What public money paid for, or why it did not, is said.
  if ((state === 'delivered' || state === 'abandoned') && outcome === '') {
    throw fault('outcome', 'outcome-missing')
  }
  inTransaction(context.db, (tx) => {
    assertFewToday(tx, context, actor.id, 'pooling.settle')
    tx.update(poolingCall)
      .set({
        state,
        outcome,
        outcomeUrl,
        softwareId: softwareIdOf(tx, software),
        updatedAt: context.now.toISOString(),
      })
      .where(eq(poolingCall.id, id))
      .run()
    if (state !== before.state) mailParts(tx, context, before, { siteUrl: options.siteUrl, state })
    recordAudit(tx, context, {
      action: 'pooling.settle',
      subjectKind: 'pooling-call',
      subject: String(id),
      detail: { state, software },
    })
  })
}

/**
 * Puts the specification of a call beside it, as a file whose content is what its name says; the one
 * before goes.
 * @param folder where specifications are kept, see specificationFolder.
 * @throws z.ZodError on `file`, with a key of DOSSIER_FAULTS; SignInNeeded, Forbidden, NotFound
 */
export async function attachSpecification(
  context: Context,
  id: number,
  { fileName, bytes }: { fileName: string; bytes: Buffer },
  folder: string,
): Promise<void> {
  const before = callRow(context.db, id)
  assertUserMay(context.actor, 'pooling.lead', before.leadId)
  const checked = await checkDocument(fileName, bytes)
  const storedAs = keepFile(folder, bytes)
  let replaced = ''
  try {
    inTransaction(context.db, (tx) => {
      replaced = callRow(tx, id).specificationFile
      tx.update(poolingCall)
        .set({
          specificationFile: storedAs,
          specificationName: checked.fileName,
          updatedAt: context.now.toISOString(),
        })
        .where(eq(poolingCall.id, id))
        .run()
      recordAudit(tx, context, {
        action: 'pooling.specification',
        subjectKind: 'pooling-call',
        subject: String(id),
        detail: { fileName: checked.fileName },
      })
    })
  } catch (error) {
    dropKept(folder, storedAs)
    throw error
  }
  dropKept(folder, replaced)
}
