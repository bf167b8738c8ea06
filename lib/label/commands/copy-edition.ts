import { eq } from 'drizzle-orm'
import { edition, grid, scheme } from '#db/schema/label.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, InvalidInput, NotFound } from '#lib/errors.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { gridAsInput } from '../grid-file.ts'
import { getGrid, REFERENCE_GRID } from '../grid-queries.ts'
import { writeGrid } from '../internal/write-grid.ts'
import { parisYear } from '../rules/paris-time.ts'

const LAST_YEAR = 2100

/**
 * Prepares the edition of a new year from the reference grid or from an edition that is run here: axes,
 * criteria with their ids, rules. Dates are not copied: those of another year would be wrong.
 *
 * A year that is only documented is refused: it was run elsewhere, with its own grid, and its laureates
 * would stand beside those of another jury.
 * @param input `from`: `reference` or a year. @throws SignInNeeded, Forbidden, InvalidInput, NotFound, Conflict
 */
export function copyEdition(
  context: Context,
  input: { from: string; year: string; scheme: string },
): { year: number } {
  assertMay(context.actor, 'label.edit-edition')
  const year = yearOf(input.year, parisYear(context.now))
  return inTransaction(context.db, (tx) => {
    refuseTaken(tx, year)
    if (!tx.select().from(scheme).where(eq(scheme.slug, input.scheme)).get()) {
      throw new InvalidInput(
        'Choisissez l’échelle des résultats de ce millésime.',
        'Choose the scale of results of this edition.',
      )
    }
    const source = getGrid({ db: context.db }, sourceKey(tx, input.from))
    if (!source) throw nothingToCopy()
    const title = { fr: `Grille du millésime ${year}`, en: `Grid of the ${year} edition` }
    writeGrid(tx, context.now, String(year), gridAsInput({ ...source, title }))
    tx.insert(edition)
      .values({
        year,
        scheme: input.scheme,
        axes: [],
        sourceIds: [],
        state: 'draft',
        grid: String(year),
      })
      .run()
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'label.copy-edition',
      subjectKind: 'edition',
      subject: String(year),
      detail: { from: source.key, scheme: input.scheme },
    })
    return { year }
  })
}

function yearOf(typed: string, first: number): number {
  const year = /^\d{4}$/.test(typed.trim()) ? Number(typed) : 0
  if (year >= first && year <= LAST_YEAR) return year
  throw new InvalidInput(
    `Donnez une année de ${first} à ${LAST_YEAR}, en quatre chiffres.`,
    `Give a year from ${first} to ${LAST_YEAR}, in four digits.`,
  )
}

function refuseTaken(tx: Tx, year: number): void {
  const taken = tx.select().from(edition).where(eq(edition.year, year)).get()
  if (taken?.state === 'documented') {
    throw new Conflict(
      `Le millésime ${year} est documenté : il a été organisé ailleurs, avec sa propre grille et ses propres lauréats. Choisissez une autre année.`,
      `The ${year} edition is documented: it was run elsewhere, with its own grid and its own laureates. Choose another year.`,
    )
  }
  if (
    taken ||
    tx
      .select()
      .from(grid)
      .where(eq(grid.key, String(year)))
      .get()
  ) {
    throw new Conflict(
      `Le millésime ${year} existe déjà : ouvrez-le dans la liste, ou choisissez une autre année.`,
      `The ${year} edition exists already: open it from the list, or choose another year.`,
    )
  }
}

function sourceKey(tx: Tx, from: string): string {
  if (from === REFERENCE_GRID) return from
  const row = tx
    .select()
    .from(edition)
    .where(eq(edition.year, Number(from)))
    .get()
  if (!row?.grid) throw nothingToCopy()
  return row.grid
}

const nothingToCopy = () =>
  new NotFound(
    'Choisissez ce que vous copiez : la grille de référence, ou un millésime organisé ici.',
    'Choose what you copy: the reference grid, or an edition that is run here.',
  )

/** Removes an edition that never opened, with its grid. @throws SignInNeeded, Forbidden, NotFound, Conflict */
export function removeDraft(context: Context, year: number): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const row = tx.select().from(edition).where(eq(edition.year, year)).get()
    if (row?.state !== 'draft') {
      throw new Conflict(
        'Seul un millésime en préparation peut être supprimé.',
        'Only an edition that is being prepared can be removed.',
      )
    }
    tx.delete(edition).where(eq(edition.year, year)).run()
    tx.delete(grid).where(eq(grid.key, row.grid)).run()
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'label.remove-draft',
      subjectKind: 'edition',
      subject: String(year),
    })
  })
}
