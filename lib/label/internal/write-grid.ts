import { and, eq, notInArray } from 'drizzle-orm'
import { criterion, grid, gridAxis } from '#db/schema/label.ts'
import type { Tx } from '#db/transaction.ts'
import type { CriterionInput, GridInput } from '../grid-schema.ts'

export interface GridChanges {
  added: number
  kept: number
  removed: number
}

/**
 * Makes a grid be what is given. A criterion is known by its slug: its row, and what points at it, stay
 * when it is written again.
 */
export function writeGrid(tx: Tx, now: Date, key: string, input: GridInput): GridChanges {
  const texts = {
    titleFr: input.title.fr,
    titleEn: input.title.en,
    noteFr: input.note.fr,
    noteEn: input.note.en,
    updatedAt: now.toISOString(),
  }
  const before = tx.select().from(grid).where(eq(grid.key, key)).get()
  if (before) {
    tx.update(grid)
      .set({ ...texts, revision: before.revision + 1 })
      .where(eq(grid.key, key))
      .run()
  } else
    tx.insert(grid)
      .values({ key, ...texts })
      .run()

  tx.delete(gridAxis).where(eq(gridAxis.grid, key)).run()
  const slugs = input.axes.flatMap((axis) => axis.criteria.map(({ id }) => id))
  const { changes: removed } = tx
    .delete(criterion)
    .where(and(eq(criterion.grid, key), notInArray(criterion.slug, slugs)))
    .run()
  const known = new Set(
    tx
      .select({ slug: criterion.slug })
      .from(criterion)
      .where(eq(criterion.grid, key))
      .all()
      .map((row) => row.slug),
  )
  input.axes.forEach((axis, position) => {
    tx.insert(gridAxis)
      .values({ grid: key, slug: axis.id, position, nameFr: axis.name.fr, nameEn: axis.name.en })
      .run()
    axis.criteria.forEach((item, index) => {
      const row = { ...criterionRow(item), axis: axis.id, position: index }
      tx.insert(criterion)
        .values({ grid: key, slug: item.id, ...row })
        .onConflictDoUpdate({ target: [criterion.grid, criterion.slug], set: row })
        .run()
    })
  })
  return { added: slugs.length - known.size, kept: known.size, removed }
}

/** The columns of a criterion that its wording and its rule make; not its place. */
export function criterionRow(item: CriterionInput) {
  return {
    number: item.number,
    labelFr: item.label.fr,
    labelEn: item.label.en,
    helpFr: item.help.fr,
    helpEn: item.help.en,
    parts: [...item.answer],
    choices: item.choices,
    unit: item.unit,
    required: item.required,
    weight: item.weight,
    basis: item.basis,
    basisNoteFr: item.basisNote.fr,
    basisNoteEn: item.basisNote.en,
    sources: item.sources,
    rule: item.rule,
  }
}
