import { and, eq } from 'drizzle-orm'
import { testimonial } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { testimonialInput } from '#lib/adoptions/message-schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'

interface WrittenTestimonial {
  testimonialId: number
  /** The key of the organisation that tells. */
  key: string
}

/**
 * Tells of an organisation's use; shown once a moderator has read it. One waits at a time: the next
 * replaces it, with a case of its own, so that what a moderator accepts is what they read. The very same
 * words again write nothing.
 * @throws z.ZodError whose messages are keys of MessageFault; SignInNeeded, Forbidden, NotFound, Conflict
 */
export function writeTestimonial(context: Context, input: unknown): WrittenTestimonial {
  const { adoptionId, body, locale } = testimonialInput.parse(input)
  return inTransaction(context.db, (tx) => {
    const about = tx.select().from(adoption).where(eq(adoption.id, adoptionId)).get()
    if (!about) {
      throw new NotFound(
        'Cette utilisation n’existe pas, ou plus. Revenez à l’espace de votre organisme.',
        'This use does not exist, or not any more. Go back to the space of your organisation.',
      )
    }
    const user = assertUserMay(context.actor, 'testimonial.write', about.organisationId)
    if (about.trust === 'contested') {
      throw new Conflict(
        'Cette utilisation est contestée : attendez que la modération ait tranché pour en témoigner.',
        'This use is contested: wait until the moderators have settled that before you tell of it.',
      )
    }
    const key = keyOf(tx, about.organisationId)
    const mine = tx.select().from(testimonial).where(eq(testimonial.adoptionId, adoptionId)).all()
    const same = mine.find((row) => row.body === body && row.state !== 'refused')
    if (same) return { testimonialId: same.id, key }
    for (const row of mine.filter(({ state }) => state === 'waiting')) {
      withdrawCase(tx, 'testimonial', row.id)
      tx.delete(testimonial)
        .where(and(eq(testimonial.id, row.id), eq(testimonial.state, 'waiting')))
        .run()
    }
    const { id } = tx
      .insert(testimonial)
      .values({
        adoptionId,
        userId: user.id,
        body,
        locale,
        state: 'waiting',
        createdAt: context.now.toISOString(),
      })
      .returning({ id: testimonial.id })
      .get()
    openCase(tx, context, 'testimonial', id)
    recordAudit(tx, context, {
      action: 'testimonial.write',
      subjectKind: 'adoption',
      subject: String(adoptionId),
      detail: { testimonial: id },
    })
    return { testimonialId: id, key }
  })
}

function keyOf(tx: Tx, organisationId: number): string {
  const row = tx.select().from(organisation).where(eq(organisation.id, organisationId)).get()
  return row?.key ?? ''
}
