import { eq, sql } from 'drizzle-orm'
import { listedName, nameList } from '#db/schema/names.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'
import { cleanNames } from '../rules/name-list.ts'
import { listOf, writeNames } from './write-list.ts'

export interface KeptNames {
  listId: number | null
  added: number
  gone: number
  back: number
  /** Names beyond the bound of a list (MOST_NAMES): not read. */
  beyond: number
}

/**
 * Keeps the `usedBy` of a software's publiccode.yml as names for a person to reconcile, in the
 * transaction of the listing or the harvest that read it; the caller has checked the right. The same
 * names again write nothing, whatever the date of their document. A file without the key has an empty list.
 * @param source the file, with the date of the commit that it was read at.
 */
export function keepUsedByIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  names: readonly string[],
  source: Omit<SourceInput, 'id'>,
): KeptNames {
  const clean = cleanNames(names)
  const known = listOf(tx, softwareId, 'used-by', () => true)
  if (!known && clean.names.length === 0) {
    return { listId: null, added: 0, gone: 0, back: 0, beyond: 0 }
  }
  const at = context.now.toISOString()
  const listId =
    known?.id ??
    tx
      .insert(nameList)
      .values({
        softwareId,
        kind: 'used-by',
        sourceId: sourceRow(tx, source),
        createdBy: null,
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: nameList.id })
      .get().id
  const changes = writeNames(tx, listId, clean.names)
  const { added, gone, back } = changes
  if (added + gone + back > 0) {
    tx.update(nameList)
      .set({ sourceId: sourceRow(tx, source), updatedAt: at })
      .where(eq(nameList.id, listId))
      .run()
    recordAudit(tx, context, {
      action: 'names.keep',
      subjectKind: 'name-list',
      subject: String(listId),
      detail: { softwareId, ...changes, beyond: clean.beyond },
    })
  }
  return { listId, ...changes, beyond: clean.beyond }
}

/** Gives the lists of names of one entry to another, in the transaction that merges the two. */
export function moveNamesIn(tx: Tx, fromId: number, intoId: number): void {
  const lists = tx.select().from(nameList).where(eq(nameList.softwareId, fromId)).all()
  for (const list of lists) {
    const own = list.kind === 'used-by' ? listOf(tx, intoId, 'used-by', () => true) : undefined
    if (!own) {
      tx.update(nameList).set({ softwareId: intoId }).where(eq(nameList.id, list.id)).run()
      continue
    }
    // One file, one list: what only the other has stays, as names that are gone from the file.
    const keys = new Set(
      tx
        .select({ key: listedName.nameKey })
        .from(listedName)
        .where(eq(listedName.listId, own.id))
        .all()
        .map(({ key }) => key),
    )
    for (const row of tx.select().from(listedName).where(eq(listedName.listId, list.id)).all()) {
      if (keys.has(row.nameKey)) continue
      tx.update(listedName).set({ listId: own.id }).where(eq(listedName.id, row.id)).run()
    }
    tx.delete(nameList).where(eq(nameList.id, list.id)).run()
  }
  // Uses of both entries have become one, under the number of either.
  tx.run(sql`UPDATE listed_name SET adoption_id = (
      SELECT a.id FROM adoption a
      WHERE a.software_id = ${intoId} AND a.organisation_id = listed_name.organisation_id)
    WHERE adoption_id IS NULL AND state IN ('kept', 'gone') AND organisation_id IS NOT NULL
      AND list_id IN (SELECT id FROM name_list WHERE software_id = ${intoId})`)
}
