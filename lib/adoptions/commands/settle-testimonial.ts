import { and, eq, ne } from 'drizzle-orm'
import { testimonial } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { refreshEvidenceOf } from '#lib/evidence/commands/refresh-evidence.ts'

/**
 * Publishes a testimonial or refuses it, in the transaction that settles its case; the right is that of
 * the case. An adoption shows one testimonial: the one published before goes.
 * @throws Conflict when it was replaced, or settled by someone else meanwhile.
 */
export function settleTestimonial(
  tx: Tx,
  context: Context,
  testimonialId: number,
  accepted: boolean,
): void {
  const row = tx.select().from(testimonial).where(eq(testimonial.id, testimonialId)).get()
  if (row?.state !== 'waiting') {
    throw new Conflict(
      'Ce témoignage n’attend plus de décision : son auteur l’a remplacé, ou quelqu’un d’autre l’a déjà examiné. Revenez à la file.',
      'This testimonial no longer waits for a decision: its author replaced it, or someone else has settled it. Go back to the queue.',
    )
  }
  if (accepted) {
    tx.delete(testimonial)
      .where(
        and(
          eq(testimonial.adoptionId, row.adoptionId),
          eq(testimonial.state, 'published'),
          ne(testimonial.id, testimonialId),
        ),
      )
      .run()
  }
  tx.update(testimonial)
    .set({ state: accepted ? 'published' : 'refused' })
    .where(eq(testimonial.id, testimonialId))
    .run()
  if (accepted) refreshEvidenceOf(tx, context, row.adoptionId)
  recordAudit(tx, context, {
    action: accepted ? 'testimonial.publish' : 'testimonial.refuse',
    subjectKind: 'adoption',
    subject: String(row.adoptionId),
    detail: { testimonial: testimonialId },
  })
}
