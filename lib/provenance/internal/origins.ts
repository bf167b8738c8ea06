import { and, eq, ne } from 'drizzle-orm'
import { fieldDifference, fieldOrigin } from '#db/schema/provenance.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { EntryFieldName, FieldOrigin, FieldValue } from '../fields.ts'

/** What a repository last said of a field, and where: its commit is the first at which it was read so. */
export interface Seen {
  value: FieldValue
  origin: FieldOrigin
}

export type OriginRow = Omit<typeof fieldOrigin.$inferSelect, 'seen'> & { seen: Seen | null }
export type DifferenceRow = typeof fieldDifference.$inferSelect

export function originsOf(db: Context['db'] | Tx, softwareId: number): Map<string, OriginRow> {
  const rows = db.select().from(fieldOrigin).where(eq(fieldOrigin.softwareId, softwareId)).all()
  return new Map(rows.map((row) => [row.field, row as OriginRow]))
}

/** What is said otherwise, by field: by the repository, and by the reference data. */
export function differencesOf(
  db: Context['db'] | Tx,
  softwareId: number,
): { repository: Map<string, DifferenceRow>; reference: Map<string, DifferenceRow> } {
  const rows = db
    .select()
    .from(fieldDifference)
    .where(eq(fieldDifference.softwareId, softwareId))
    .all()
  const byField = (reference: boolean) =>
    new Map(
      rows.filter((row) => (row.kind === 'reference') === reference).map((row) => [row.field, row]),
    )
  return { repository: byField(false), reference: byField(true) }
}

/** Writes where the value of a field is from. @param userId the person, where it is one who acts not. */
export function writeOrigin(
  tx: Tx,
  context: Context,
  softwareId: number,
  field: EntryFieldName,
  origin: Pick<FieldOrigin, 'kind' | 'path' | 'commit'> & { seen: Seen | null },
  userId = context.actor.kind === 'user' ? context.actor.id : null,
): void {
  const { kind, path, commit, seen } = origin
  const at = context.now.toISOString()
  const row = { kind, path, commit, seen, at, userId: kind === 'person' ? userId : null }
  tx.insert(fieldOrigin)
    .values({ softwareId, field, ...row })
    .onConflictDoUpdate({ target: [fieldOrigin.softwareId, fieldOrigin.field], set: row })
    .run()
}

/** Writes what the repository says, and leaves alone whose the value is. */
export function writeSeen(
  tx: Tx,
  context: Context,
  softwareId: number,
  field: EntryFieldName,
  seen: Seen | null,
): void {
  tx.insert(fieldOrigin)
    .values({ softwareId, field, kind: 'reference', at: context.now.toISOString(), seen })
    .onConflictDoUpdate({ target: [fieldOrigin.softwareId, fieldOrigin.field], set: { seen } })
    .run()
}

/** What of a field the repository says (or the reference data), in place of what it said before. */
export function writeDifference(
  tx: Tx,
  context: Context,
  softwareId: number,
  field: EntryFieldName,
  difference: { value: FieldValue; origin: FieldOrigin; state: DifferenceRow['state'] },
): void {
  const { value, origin, state } = difference
  dropDifference(tx, softwareId, field, origin.kind === 'reference')
  const at = context.now.toISOString()
  tx.insert(fieldDifference)
    .values({
      softwareId,
      field,
      kind: origin.kind,
      path: origin.path,
      commit: origin.commit,
      value,
      at,
      state,
      ...(state !== 'open' && {
        decidedAt: at,
        decidedBy: context.actor.kind === 'user' ? context.actor.id : null,
      }),
    })
    .run()
}

export function dropDifference(
  tx: Tx,
  softwareId: number,
  field: EntryFieldName,
  reference: boolean,
): void {
  tx.delete(fieldDifference)
    .where(
      and(
        eq(fieldDifference.softwareId, softwareId),
        eq(fieldDifference.field, field),
        reference ? eq(fieldDifference.kind, 'reference') : ne(fieldDifference.kind, 'reference'),
      ),
    )
    .run()
}
