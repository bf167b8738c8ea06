import { eq, sql } from 'drizzle-orm'
import { publisherEdit } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'
import { refreshSoftwareOf } from '../internal/refresh-software-of.ts'
import { publisherTexts } from '../schema.ts'

/**
 * Changes the texts of a publisher's page. From then on they are its own: the reference data no longer
 * says anything of the fields that were changed.
 * @throws z.ZodError whose messages are keys of PublisherFault; SignInNeeded, Forbidden, NotFound
 */
export function editPublisher(context: Context, slug: string, input: unknown): void {
  inTransaction(context.db, (tx) => {
    const before = publisherOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'publisher.edit', { publisher: before.id })
    const texts = publisherTexts.parse(input)
    const fields = (['website', 'summaryFr', 'summaryEn'] as const).filter(
      (field) => before[field] !== texts[field],
    )
    if (fields.length === 0) return
    tx.update(publisher).set(texts).where(eq(publisher.id, before.id)).run()
    const at = context.now.toISOString()
    for (const field of fields) {
      tx.insert(publisherEdit)
        .values({ publisherId: before.id, field, userId: actor.id, at })
        .onConflictDoUpdate({
          target: [publisherEdit.publisherId, publisherEdit.field],
          set: { userId: sql`excluded.user_id`, at: sql`excluded.at` },
        })
        .run()
    }
    refreshSoftwareOf(tx, [before.id])
    recordAudit(tx, context, {
      action: 'publisher.edit',
      subjectKind: 'publisher',
      subject: slug,
      detail: Object.fromEntries(fields.map((field) => [field, [before[field], texts[field]]])),
    })
  })
}
