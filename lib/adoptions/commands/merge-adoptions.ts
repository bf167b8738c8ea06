import { and, desc, eq, sql } from 'drizzle-orm'
import {
  adoptionDetail,
  adoptionEvent,
  contestation,
  relayedMessage,
  testimonial,
} from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import type { Tx } from '#db/transaction.ts'
import { type FieldChanges, recordEvent } from '#lib/adoptions/commands/record-event.ts'
import { bestOfBoth } from '#lib/adoptions/rules/best-of-both.ts'
import type { Context } from '#lib/context.ts'
import { type AdoptionRow, type DetailRow, recordById } from '../internal/adoption-record.ts'
import { detailOfBoth } from '../internal/detail-of-both.ts'

interface Entry {
  id: number
  slug: string
}

export interface MergedAdoptions {
  /** Only one of the two entries had them. */
  moved: number
  /** Both had them: the organisations that count one software fewer, perhaps. */
  joined: number[]
}

/**
 * Gives the adoptions of one entry to another, in the transaction that merges the entries. None is lost:
 * where an organisation is on record for both, one record remains that keeps the best of both, and its
 * history says what the other said. Figures and search are the caller's.
 */
export function mergeAdoptionsIn(
  tx: Tx,
  context: Context,
  from: Entry,
  into: Entry,
): MergedAdoptions {
  const software: [string, string] = [from.slug, into.slug]
  const pairs = tx.all<{ old: number; kept: number; organisation: number }>(sql`
    SELECT a.id AS old, b.id AS kept, a.organisation_id AS organisation
    FROM adoption a JOIN adoption b ON b.organisation_id = a.organisation_id
    WHERE a.software_id = ${from.id} AND b.software_id = ${into.id}`)
  for (const pair of pairs) joinAdoptions(tx, context, pair, software)
  const at = context.now.toISOString()
  const userId = context.actor.kind === 'user' ? context.actor.id : null
  tx.run(sql`
    INSERT INTO adoption_event (adoption_id, at, kind, user_id, organisation_id, changes, reason)
    SELECT id, ${at}, 'merged', ${userId}, NULL, ${JSON.stringify({ software })}, ''
    FROM adoption WHERE software_id = ${from.id}`)
  const { changes } = tx
    .update(adoption)
    .set({ softwareId: into.id, revision: sql`${adoption.revision} + 1`, updatedAt: at })
    .where(eq(adoption.softwareId, from.id))
    .run()
  return { moved: changes, joined: pairs.map(({ organisation }) => organisation) }
}

function joinAdoptions(
  tx: Tx,
  context: Context,
  pair: { old: number; kept: number },
  software: [string, string],
): void {
  const old = recordById(tx, pair.old)
  const kept = recordById(tx, pair.kept)
  if (!old || !kept) throw new Error(`no adoption ${pair.old} or ${pair.kept}`)
  const { merged, winner, loser } = bestOfBoth<AdoptionRow>(kept.row, old.row)
  const [first, second] =
    winner === kept.row ? [kept.detail, old.detail] : [old.detail, kept.detail]
  const detail = detailOfBoth(first, second, merged.state)
  for (const table of [adoptionEvent, contestation, testimonial, relayedMessage] as const) {
    tx.update(table).set({ adoptionId: kept.row.id }).where(eq(table.adoptionId, old.row.id)).run()
  }
  keepOneTestimonial(tx, kept.row.id)
  if (loser.trust === 'contested' && winner.trust !== 'contested') {
    // Dismissed, it goes back to what the other record says, not to what the contested one said.
    tx.update(contestation)
      .set({ trustBefore: winner.trust })
      .where(eq(contestation.adoptionId, kept.row.id))
      .run()
  }
  tx.delete(adoption).where(eq(adoption.id, old.row.id)).run()
  tx.update(adoption)
    .set({ ...merged, updatedAt: context.now.toISOString() })
    .where(eq(adoption.id, kept.row.id))
    .run()
  if (detail) {
    const { adoptionId: _, ...fields } = detail
    tx.insert(adoptionDetail)
      .values({ ...fields, adoptionId: kept.row.id })
      .onConflictDoUpdate({ target: adoptionDetail.adoptionId, set: fields })
      .run()
  }
  recordEvent(tx, context, {
    adoptionId: kept.row.id,
    kind: 'merged',
    changes: {
      software,
      ...otherWord(loser, merged),
      ...(second && detail ? otherDetail(second, detail) : {}),
    },
  })
}

const SAID = ['state', 'trust', 'since', 'version', 'operatorId', 'noteFr', 'noteEn'] as const

/** What the record that gives way said, beside what is on record now. */
function otherWord(
  loser: AdoptionRow,
  now: Pick<AdoptionRow, (typeof SAID)[number]>,
): FieldChanges {
  return Object.fromEntries(
    SAID.filter((field) => loser[field] && loser[field] !== now[field]).map((field) => [
      field,
      [loser[field], now[field]],
    ]),
  )
}

/** Who said it and to whom messages go is not for the history. */
const UNSAID = ['adoptionId', 'contactUserId', 'contactPublic', 'declaredBy', 'reconfirmAskedAt']

function otherDetail(loser: DetailRow, now: DetailRow): FieldChanges {
  const fields = Object.keys(now) as Array<keyof DetailRow>
  return Object.fromEntries(
    fields
      .filter((field) => !UNSAID.includes(field) && loser[field] && loser[field] !== now[field])
      .map((field) => [field, [loser[field], now[field]]]),
  )
}

/** An adoption shows one testimonial: the latest. */
function keepOneTestimonial(tx: Tx, adoptionId: number): void {
  const [, ...older] = tx
    .select({ id: testimonial.id })
    .from(testimonial)
    .where(and(eq(testimonial.adoptionId, adoptionId), eq(testimonial.state, 'published')))
    .orderBy(desc(testimonial.createdAt), desc(testimonial.id))
    .all()
  for (const { id } of older) tx.delete(testimonial).where(eq(testimonial.id, id)).run()
}
