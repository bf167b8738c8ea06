import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'

/**
 * Gives the relations of an entry that is merged into another to the one that remains, in that
 * transaction: what both said is kept once, and what they were to each other is no more.
 */
export function moveRelationsIn(tx: Tx, fromId: number, intoId: number): void {
  tx.run(sql`UPDATE OR IGNORE software_relation SET software_id = ${intoId}
    WHERE software_id = ${fromId} AND other_id <> ${intoId}`)
  tx.run(sql`UPDATE OR IGNORE software_relation SET other_id = ${intoId}
    WHERE other_id = ${fromId} AND software_id <> ${intoId}`)
  tx.run(sql`DELETE FROM software_relation WHERE software_id = ${fromId} OR other_id = ${fromId}`)
  // An alternative goes both ways, and is written once; so is what works with another.
  tx.run(sql`DELETE FROM software_relation AS r
    WHERE kind IN ('alternative', 'works-with') AND software_id = ${intoId}
      AND EXISTS (SELECT 1 FROM software_relation o
        WHERE o.software_id = r.other_id AND o.other_id = r.software_id AND o.kind = r.kind)`)
}
