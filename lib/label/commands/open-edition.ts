import { eq } from 'drizzle-orm'
import { edition, scheme } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { markUsersDue } from '#lib/evidence/commands/mark-due.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { gridAsInput } from '../grid-file.ts'
import { getGrid } from '../grid-queries.ts'
import type { GridView } from '../grid-view.ts'
import { draftHere, type EditionRow } from '../internal/edition-rows.ts'
import { knownFunctions } from '../internal/known-functions.ts'
import { InvalidGrid } from '../invalid-grid.ts'
import { orderFaults } from '../rules/edition-changes.ts'
import { type GridFault, judgeGrid, type KnownFunctions } from '../rules/grid-faults.ts'

/** What an edition still lacks before it can be opened; nothing when it can. */
function whatIsMissing(
  row: Pick<
    EditionRow,
    'opensAt' | 'closesAt' | 'juryAt' | 'announcesAt' | 'publishesAt' | 'graceSeconds'
  >,
  grid: GridView,
  options: { known: KnownFunctions; schemeKnown: boolean; now: Date },
): GridFault[] {
  const faults: GridFault[] = []
  const say = (fr: string, en: string) => faults.push({ fr, en })
  if (!options.schemeKnown)
    say('L’échelle des résultats manque.', 'The scale of results is missing.')
  if (row.opensAt === '') say('La date d’ouverture manque.', 'The opening date is missing.')
  if (row.closesAt === '') say('La date de clôture manque.', 'The closing date is missing.')
  else if (row.closesAt <= options.now.toISOString()) {
    say('La date de clôture est passée.', 'The closing date has passed.')
  }
  if (row.announcesAt === '') say('La date d’annonce manque.', 'The announcement date is missing.')
  if (Object.keys(orderFaults(row, row.graceSeconds)).length > 0) {
    say(
      'Les dates ne se suivent pas : ouverture, clôture et son délai, jury, annonce, publication.',
      'The dates are out of order: opening, closing with its grace, jury, announcement, publication.',
    )
  }
  if (grid.axes.length === 0) say('La grille n’a aucun axe.', 'The grid has no axis.')
  const weighted = grid.axes.some((axis) => axis.criteria.some(({ weight }) => weight !== null))
  for (const { name, criteria } of grid.axes) {
    if (criteria.length === 0) {
      say(`L’axe « ${name.fr} » n’a aucun critère.`, `The axis “${name.en}” has no criterion.`)
    } else if (weighted && criteria.every(({ weight }) => weight === null)) {
      say(
        `D’autres critères ont un poids, aucun de l’axe « ${name.fr} » : il ne pèserait rien. Donnez-lui un poids, ou retirez tous les poids.`,
        `Other criteria have a weight, none of the axis “${name.en}” has: it would weigh nothing. Give it one, or remove all weights.`,
      )
    }
  }
  const judged = judgeGrid(gridAsInput(grid), options.known)
  return 'faults' in judged ? [...faults, ...judged.faults] : faults
}

/**
 * Opens an edition: from then on its dates make it open and close, and its criteria do not change. What
 * the declared software says of its criteria is computed.
 * @throws SignInNeeded, Forbidden, NotFound, Conflict, InvalidGrid with everything that is missing.
 */
export function openEdition(context: Context, input: { year: number; revision: number }): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const row = draftHere(tx, input.year)
    if (row.revision !== input.revision) {
      throw new Conflict(
        'Quelqu’un d’autre a modifié ce millésime depuis que vous avez ouvert cette page. Rechargez-la, relisez, puis ouvrez.',
        'Someone else changed this edition since you opened this page. Reload it, read it again, then open.',
      )
    }
    const faults = missingToOpen(context, row)
    if (faults.length > 0) throw new InvalidGrid(faults)
    tx.update(edition)
      .set({ state: 'open', revision: row.revision + 1 })
      .where(eq(edition.year, row.year))
      .run()
    markUsersDue(tx)
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'label.open-edition',
      subjectKind: 'edition',
      subject: String(row.year),
      detail: { opensAt: row.opensAt, closesAt: row.closesAt },
    })
  })
}

/** What a draft lacks: said on its page, and asked again when it is opened. */
export function missingToOpen(
  { db, now }: Pick<Context, 'db' | 'now'>,
  row: EditionRow,
): GridFault[] {
  const grid = getGrid({ db }, row.grid)
  if (!grid) throw new Error(`the edition ${row.year} has no grid`)
  return whatIsMissing(row, grid, {
    known: knownFunctions(db),
    schemeKnown: db.select().from(scheme).where(eq(scheme.slug, row.scheme)).get() !== undefined,
    now,
  })
}
