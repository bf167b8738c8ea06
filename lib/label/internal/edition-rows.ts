import { eq } from 'drizzle-orm'
import { edition } from '#db/schema/label.ts'
import type { Tx } from '#db/transaction.ts'
import { Conflict, NotFound } from '#lib/errors.ts'

export type EditionRow = typeof edition.$inferSelect

/** @throws NotFound unless the edition is run here. */
export function editionHere(tx: Tx, year: number): EditionRow {
  const row = tx.select().from(edition).where(eq(edition.year, year)).get()
  if (row && row.state !== 'documented') return row
  throw new NotFound(
    `Aucun millésime ${year} n’est organisé ici. Revenez à la liste des millésimes.`,
    `No ${year} edition is run here. Go back to the list of editions.`,
  )
}

/** @throws NotFound, Conflict once it is open: what candidates answer does not move any more. */
export function draftHere(tx: Tx, year: number): EditionRow {
  const row = editionHere(tx, year)
  if (row.state === 'draft') return row
  throw new Conflict(
    `Le millésime ${year} est ouvert : ses axes et ses critères ne changent plus. Vous pouvez ajouter une précision à un critère.`,
    `The ${year} edition is open: its axes and criteria do not change any more. You can add a clarification to a criterion.`,
  )
}
