import { and, eq, notInArray, sql } from 'drizzle-orm'
import { softwareRelation } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { spellingsOf } from '../rules/repository-spellings.ts'

/** Addresses of one file beyond this many are no one's ancestry. */
const MOST_READ = 20

/**
 * Makes what a publiccode.yml says of the software that it is based on (`isBasedOn`) the relations of its
 * entry, in the transaction of whoever read it: those that are entries become `variant-of`, and what the
 * file no longer says is taken back. What people said stays as they said it.
 * @returns how many relations were added and taken back.
 */
export function relateFromPubliccodeIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  isBasedOn: readonly string[],
): { added: number; removed: number } {
  const others = new Set(isBasedOn.slice(0, MOST_READ).flatMap((text) => entryAt(tx, text) ?? []))
  others.delete(softwareId)
  const ids = [...others]
  const removed = tx
    .delete(softwareRelation)
    .where(
      and(
        eq(softwareRelation.softwareId, softwareId),
        eq(softwareRelation.kind, 'variant-of'),
        eq(softwareRelation.by, 'publiccode'),
        notInArray(softwareRelation.otherId, ids),
      ),
    )
    .run().changes
  const at = context.now.toISOString()
  const added = ids.filter(
    (otherId) =>
      tx
        .insert(softwareRelation)
        .values({ softwareId, otherId, kind: 'variant-of', by: 'publiccode', at })
        .onConflictDoNothing()
        .run().changes > 0,
  ).length
  if (added + removed > 0) {
    const row = tx.select().from(software).where(eq(software.id, softwareId)).get()
    recordAudit(tx, context, {
      action: 'software.relate',
      subjectKind: 'software',
      subject: row?.slug ?? '',
      detail: { from: 'publiccode', added, removed },
    })
  }
  return { added, removed }
}

/** The entry whose repository this is, however it is spelt: by the visits' own key, else as entries write it. */
function entryAt(tx: Tx, text: string): number | undefined {
  const spelt = spellingsOf(text)
  if (!spelt) return undefined
  const keys = JSON.stringify(spelt.keys)
  const visited = tx.get<{ id: number } | undefined>(
    sql`SELECT software_id AS id FROM repository
      WHERE address_key IN (SELECT value FROM json_each(${keys})) ORDER BY software_id LIMIT 1`,
  )
  if (visited) return visited.id
  const addresses = JSON.stringify(spelt.addresses)
  return tx.get<{ id: number } | undefined>(
    sql`SELECT id FROM software
      WHERE repository <> '' AND repository IN (SELECT value FROM json_each(${addresses}))
      ORDER BY id LIMIT 1`,
  )?.id
}
