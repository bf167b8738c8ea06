import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { adoptionEvent } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Right } from '#lib/accounts/rules/rights.ts'
import { ChangedMeanwhile } from '#lib/adoptions/changed-meanwhile.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { type AdoptionRecord, recordById } from './adoption-record.ts'

/** Which adoption a form is about, and the revision that it was filled from. */
export const whichAdoption = z.object({
  adoption: z.coerce.number().int().positive().catch(0),
  revision: z.coerce.number().int().positive().catch(0),
})

/**
 * The adoption that a command is about, once it is sure that the acting user may.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function adoptionFor(
  tx: Tx,
  context: Context,
  id: number,
  right: Right,
): { record: AdoptionRecord; actor: UserActor } {
  const record = recordById(tx, id)
  if (!record) {
    // Whoever is not signed in is told so before anything else.
    assertUserMay(context.actor, 'account.read')
    throw new NotFound(
      'Cette utilisation n’existe plus : la fiche a peut-être été fusionnée avec une autre. Revenez à l’espace de votre organisme.',
      'This use is no more: its entry may have been merged into another. Go back to the space of your organisation.',
    )
  }
  const actor = assertUserMay(context.actor, right, record.row.organisationId)
  return { record, actor }
}

/** @throws ChangedMeanwhile when the adoption is not what the form was filled from. */
export function assertUnchanged(tx: Tx, record: AdoptionRecord, revision: number): void {
  const { row } = record
  if (row.revision === revision) return
  // Each revision has its event; growing old is not one.
  const events = tx
    .select({ changes: adoptionEvent.changes })
    .from(adoptionEvent)
    .where(and(eq(adoptionEvent.adoptionId, row.id), ne(adoptionEvent.kind, 'aged')))
    .orderBy(desc(adoptionEvent.id))
    .limit(Math.max(1, row.revision - revision))
    .all()
  throw new ChangedMeanwhile(row.revision, [
    ...new Set(events.flatMap(({ changes }) => Object.keys(changes))),
  ])
}
