import { and, asc, eq } from 'drizzle-orm'
import { criterion, gridAxis } from '#db/schema/label.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, InvalidInput, NotFound } from '#lib/errors.ts'
import { lines } from '#lib/typed-text.ts'
import { EditedMeanwhile, stampOf } from '../edited-meanwhile.ts'
import { criterionAsInput } from '../grid-file.ts'
import { type CriterionInput, GRID_LIMITS } from '../grid-schema.ts'
import { draftHere, editionHere } from '../internal/edition-rows.ts'
import { gridChanged } from '../internal/grid-changed.ts'
import { knownFunctions } from '../internal/known-functions.ts'
import { criterionRow } from '../internal/write-grid.ts'
import { InvalidGrid } from '../invalid-grid.ts'
import { criterionMeant, criterionTyped, type TypedCriterion } from '../rules/criterion-form.ts'
import { type GridFault, judgeCriterion } from '../rules/grid-faults.ts'
import { shownCriterion } from '../shown-criterion.ts'

type Row = typeof criterion.$inferSelect

/** Of a criterion as it is on record: what a form of it was filled from. */
export const criterionStamp = (item: CriterionInput) => stampOf(criterionTyped(item))

/**
 * Adds a criterion at the end of an axis of a draft.
 * @throws SignInNeeded, Forbidden, NotFound, InvalidGrid, Conflict
 */
export function addCriterion(
  context: Context,
  input: { year: number; axis: string; typed: TypedCriterion },
): { id: number } {
  assertMay(context.actor, 'label.edit-edition')
  return inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const where = and(eq(gridAxis.grid, key), eq(gridAxis.slug, input.axis))
    if (!tx.select().from(gridAxis).where(where).get()) throw gone()
    const item = judged(tx, input.axis, input.typed)
    const rows = rowsOf(tx, key, input.axis)
    if (rows.some((row) => row.slug === item.id)) {
      throw new InvalidGrid([
        {
          field: 'id',
          fr: `Le critère « ${item.id} » existe déjà dans cette grille.`,
          en: `The criterion “${item.id}” exists already in this grid.`,
        },
      ])
    }
    if (rows.length >= GRID_LIMITS.criteria) {
      throw new InvalidInput(
        `Un axe a au plus ${GRID_LIMITS.criteria} critères.`,
        `An axis has at most ${GRID_LIMITS.criteria} criteria.`,
      )
    }
    const position = (rows.at(-1)?.position ?? -1) + 1
    const { id } = tx
      .insert(criterion)
      .values({ grid: key, slug: item.id, axis: input.axis, position, ...criterionRow(item) })
      .returning({ id: criterion.id })
      .get()
    gridChanged(tx, context, key, { action: 'label.add-criterion', detail: { criterion: item.id } })
    return { id }
  })
}

/**
 * Changes a criterion of a draft; its id stays: it is what ties one edition to the next.
 * @throws SignInNeeded, Forbidden, NotFound, InvalidGrid, Conflict, EditedMeanwhile
 */
export function changeCriterion(
  context: Context,
  input: { year: number; id: number; stamp: string; typed: TypedCriterion },
): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const row = rowOf(tx, key, input.id)
    const recorded = criterionTyped(criterionAsInput(shownCriterion(row)))
    if (stampOf(recorded) !== input.stamp) {
      throw new EditedMeanwhile(stampOf(recorded), recorded)
    }
    const item = judged(tx, row.axis, { ...input.typed, name: recorded.name })
    tx.update(criterion).set(criterionRow(item)).where(eq(criterion.id, row.id)).run()
    gridChanged(tx, context, key, {
      action: 'label.change-criterion',
      detail: { criterion: row.slug },
    })
  })
}

/** @throws SignInNeeded, Forbidden, NotFound, Conflict */
export function removeCriterion(context: Context, input: { year: number; id: number }): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const row = rowOf(tx, key, input.id)
    tx.delete(criterion).where(eq(criterion.id, row.id)).run()
    gridChanged(tx, context, key, {
      action: 'label.remove-criterion',
      detail: { criterion: row.slug },
    })
  })
}

/** Moves a criterion within its axis; at the edge, it stays. */
export function moveCriterion(
  context: Context,
  input: { year: number; id: number; up: boolean },
): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const row = rowOf(tx, key, input.id)
    const ids = rowsOf(tx, key, row.axis).map(({ id }) => id)
    const at = ids.indexOf(row.id)
    const to = input.up ? at - 1 : at + 1
    const other = ids[to]
    if (other === undefined) return
    ids[to] = row.id
    ids[at] = other
    ids.forEach((id, position) => {
      tx.update(criterion).set({ position }).where(eq(criterion.id, id)).run()
    })
    gridChanged(tx, context, key, {
      action: 'label.move-criterion',
      detail: { criterion: row.slug },
    })
  })
}

/**
 * Says what a criterion of an open edition means. It explains, and changes nothing: the wording, the
 * answer and the rule stay as candidates found them. Two empty texts take it back.
 * @throws SignInNeeded, Forbidden, NotFound, InvalidGrid, Conflict, EditedMeanwhile
 */
export function clarifyCriterion(
  context: Context,
  input: { year: number; id: number; stamp: string; fr: string; en: string },
): void {
  assertMay(context.actor, 'label.edit-edition')
  const fr = lines(input.fr)
  const en = lines(input.en)
  inTransaction(context.db, (tx) => {
    const edition = editionHere(tx, input.year)
    if (edition.state === 'draft') {
      throw new Conflict(
        'Ce millésime n’est pas ouvert : changez le critère lui-même.',
        'This edition is not open: change the criterion itself.',
      )
    }
    const row = rowOf(tx, edition.grid, input.id)
    const recorded = { clarificationFr: row.clarificationFr, clarificationEn: row.clarificationEn }
    if (stampOf(recorded) !== input.stamp) throw new EditedMeanwhile(stampOf(recorded), recorded)
    const faults = clarificationFaults(fr, en)
    if (faults.length > 0) throw new InvalidGrid(faults)
    const clarifiedAt = fr === '' ? '' : context.now.toISOString()
    tx.update(criterion)
      .set({ clarificationFr: fr, clarificationEn: en, clarifiedAt })
      .where(eq(criterion.id, row.id))
      .run()
    gridChanged(tx, context, edition.grid, {
      action: 'label.clarify-criterion',
      detail: { criterion: row.slug, fr, en },
    })
  })
}

function clarificationFaults(fr: string, en: string): GridFault[] {
  const both = {
    fr: 'Écrivez la précision dans les deux langues, ou dans aucune pour la retirer.',
    en: 'Write the clarification in both languages, or in none to take it back.',
  }
  const long = {
    fr: `Une précision a au plus ${GRID_LIMITS.text} caractères.`,
    en: `A clarification has at most ${GRID_LIMITS.text} characters.`,
  }
  const faults: GridFault[] = []
  if (fr === '' && en !== '') faults.push({ field: 'clarificationFr', ...both })
  if (fr !== '' && en === '') faults.push({ field: 'clarificationEn', ...both })
  if (fr.length > GRID_LIMITS.text) faults.push({ field: 'clarificationFr', ...long })
  if (en.length > GRID_LIMITS.text) faults.push({ field: 'clarificationEn', ...long })
  return faults
}

function judged(tx: Tx, axis: string, typed: TypedCriterion): CriterionInput {
  const result = judgeCriterion(criterionMeant(axis, typed), axis, knownFunctions(tx))
  if ('faults' in result) throw new InvalidGrid(result.faults)
  return result.sound
}

const rowsOf = (tx: Tx, key: string, axis: string): Row[] =>
  tx
    .select()
    .from(criterion)
    .where(and(eq(criterion.grid, key), eq(criterion.axis, axis)))
    .orderBy(asc(criterion.position))
    .all()

function rowOf(tx: Tx, key: string, id: number): Row {
  const row = tx.select().from(criterion).where(eq(criterion.id, id)).get()
  if (row?.grid === key) return row
  throw gone()
}

const gone = () =>
  new NotFound(
    'Ce critère ou son axe n’est plus là : quelqu’un l’a retiré. Revenez au millésime.',
    'This criterion or its axis is not there any more: someone removed it. Go back to the edition.',
  )
