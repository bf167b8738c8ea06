import { and, asc, eq } from 'drizzle-orm'
import { listedName, nameList } from '#db/schema/names.ts'
import type { Tx } from '#db/transaction.ts'
import type { CleanName } from '../rules/name-list.ts'

export type ListRow = typeof nameList.$inferSelect
export type NameRow = typeof listedName.$inferSelect

/** Rows an INSERT: many at once, within SQLite's number of parameters. */
const CHUNK = 1_000

export interface ListChanges {
  added: number
  gone: number
  back: number
}

/**
 * Brings the names of a list to what its document says now: what is new waits for a person, what is no
 * longer there is `gone`. A use that rests on a name that is gone does not end by that: a person is asked.
 */
export function writeNames(tx: Tx, listId: number, names: readonly CleanName[]): ListChanges {
  const rows = tx
    .select()
    .from(listedName)
    .where(eq(listedName.listId, listId))
    .orderBy(asc(listedName.id))
    .all()
  const known = new Map<string, NameRow[]>()
  for (const row of rows) known.set(row.nameKey, [...(known.get(row.nameKey) ?? []), row])
  const changes: ListChanges = { added: 0, gone: 0, back: 0 }
  const fresh: Array<typeof listedName.$inferInsert> = []
  const wanted = new Set(names.map(({ key }) => key))
  for (const [position, { name, key }] of names.entries()) {
    const own = known.get(key)
    if (!own) fresh.push({ listId, name, nameKey: key, position })
    for (const row of own ?? []) {
      const state = row.state === 'gone' ? (row.adoptionId === null ? 'open' : 'kept') : row.state
      if (state !== row.state) changes.back++
      if (state === row.state && row.position === position && row.name === name) continue
      tx.update(listedName).set({ state, position, name }).where(eq(listedName.id, row.id)).run()
    }
  }
  for (let from = 0; from < fresh.length; from += CHUNK) {
    tx.insert(listedName)
      .values(fresh.slice(from, from + CHUNK))
      .run()
  }
  changes.added = fresh.length
  for (const row of rows) {
    if (wanted.has(row.nameKey) || row.state === 'gone') continue
    tx.update(listedName).set({ state: 'gone' }).where(eq(listedName.id, row.id)).run()
    changes.gone++
  }
  return changes
}

/** The list that a software has of a kind, from a document at an address. */
export function listOf(
  tx: Tx,
  softwareId: number,
  kind: ListRow['kind'],
  sameSource: (sourceId: number) => boolean,
): ListRow | undefined {
  return tx
    .select()
    .from(nameList)
    .where(and(eq(nameList.softwareId, softwareId), eq(nameList.kind, kind)))
    .orderBy(asc(nameList.id))
    .all()
    .find((row) => kind === 'used-by' || sameSource(row.sourceId))
}
