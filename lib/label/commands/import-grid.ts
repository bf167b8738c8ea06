import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { readGridFile } from '../grid-file.ts'
import { draftHere } from '../internal/edition-rows.ts'
import { gridChanged } from '../internal/grid-changed.ts'
import { knownFunctions } from '../internal/known-functions.ts'
import { type GridChanges, writeGrid } from '../internal/write-grid.ts'
import { InvalidGrid } from '../invalid-grid.ts'
import { judgeGrid } from '../rules/grid-faults.ts'

/**
 * Makes the grid of a draft be that of a file, YAML or JSON: all of it, or nothing.
 * @throws SignInNeeded, Forbidden, NotFound, Conflict, InvalidInput, InvalidGrid naming each criterion
 */
export function importGrid(
  context: Context,
  input: { year: number; file: Uint8Array },
): GridChanges {
  assertMay(context.actor, 'label.edit-edition')
  const read = readGridFile(input.file)
  return inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const judged = judgeGrid(read, knownFunctions(tx))
    if ('faults' in judged) throw new InvalidGrid(judged.faults)
    const changes = writeGrid(tx, context.now, key, judged.sound)
    gridChanged(tx, context, key, { action: 'label.import-grid', detail: { ...changes } })
    return changes
  })
}
