import { and, eq, notInArray } from 'drizzle-orm'
import { scheme } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markUsersDue } from '#lib/evidence/commands/mark-due.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { REFERENCE_GRID } from '../grid-queries.ts'
import { knownFunctions } from '../internal/known-functions.ts'
import { writeGrid } from '../internal/write-grid.ts'
import { InvalidGrid } from '../invalid-grid.ts'
import { judgeGrid } from '../rules/grid-faults.ts'
import type { SchemeInput } from '../scheme-schema.ts'

/**
 * Makes the reference grid and the scales of the reference data be what is given. Criteria keep their rows,
 * hence what points at them; scales that organisers defined stay.
 * @throws InvalidGrid naming each criterion that is wrong.
 */
export function loadReferenceGrid(
  context: Context,
  input: { grid: unknown; schemes: readonly SchemeInput[] },
): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    const judged = judgeGrid(input.grid, knownFunctions(tx))
    if ('faults' in judged) throw new InvalidGrid(judged.faults)
    for (const { slug, name, levels } of input.schemes) {
      const row = { nameFr: name.fr, nameEn: name.en, levels, builtin: true }
      tx.insert(scheme)
        .values({ slug, ...row })
        .onConflictDoUpdate({ target: scheme.slug, set: row })
        .run()
    }
    const slugs = input.schemes.map(({ slug }) => slug)
    tx.delete(scheme)
      .where(and(eq(scheme.builtin, true), notInArray(scheme.slug, slugs)))
      .run()
    const changes = writeGrid(tx, context.now, REFERENCE_GRID, judged.sound)
    markUsersDue(tx)
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'label.load-grid',
      subjectKind: 'grid',
      subject: REFERENCE_GRID,
      detail: { ...changes, schemes: slugs },
    })
  })
}
