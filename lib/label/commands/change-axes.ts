import { and, asc, eq } from 'drizzle-orm'
import { criterion, grid, gridAxis } from '#db/schema/label.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, InvalidInput, NotFound } from '#lib/errors.ts'
import { oneLine } from '#lib/typed-text.ts'
import { GRID_LIMITS } from '../grid-schema.ts'
import { draftHere } from '../internal/edition-rows.ts'
import { gridChanged } from '../internal/grid-changed.ts'

interface Named {
  nameFr: string
  nameEn: string
}

/** Adds an axis at the end of a draft. @throws SignInNeeded, Forbidden, NotFound, InvalidInput, Conflict */
export function addAxis(context: Context, input: { year: number; slug: string } & Named): void {
  const names = changing(context, input)
  const slug = input.slug.trim()
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 64) {
    throw new InvalidInput(
      'L’identifiant d’un axe s’écrit en minuscules, chiffres et traits d’union : « bonnes-pratiques ».',
      'The id of an axis is made of lower-case letters, digits and hyphens: “bonnes-pratiques”.',
    )
  }
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const axes = axesOf(tx, key)
    if (axes.some((axis) => axis.slug === slug)) {
      throw new Conflict(`L’axe « ${slug} » existe déjà.`, `The axis “${slug}” exists already.`)
    }
    if (axes.length >= GRID_LIMITS.axes) {
      throw new InvalidInput(
        `Une grille a au plus ${GRID_LIMITS.axes} axes.`,
        `A grid has at most ${GRID_LIMITS.axes} axes.`,
      )
    }
    const position = (axes.at(-1)?.position ?? -1) + 1
    tx.insert(gridAxis)
      .values({ grid: key, slug, position, ...names })
      .run()
    changed(tx, context, key, 'label.add-axis', slug)
  })
}

/** @throws SignInNeeded, Forbidden, NotFound, InvalidInput, Conflict */
export function renameAxis(context: Context, input: { year: number; slug: string } & Named): void {
  const names = changing(context, input)
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    axisOf(tx, key, input.slug)
    tx.update(gridAxis)
      .set(names)
      .where(and(eq(gridAxis.grid, key), eq(gridAxis.slug, input.slug)))
      .run()
    changed(tx, context, key, 'label.rename-axis', input.slug)
  })
}

/** Removes an axis that has no criterion left. @throws SignInNeeded, Forbidden, NotFound, Conflict */
export function removeAxis(context: Context, input: { year: number; slug: string }): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    const axis = axisOf(tx, key, input.slug)
    const where = and(eq(criterion.grid, key), eq(criterion.axis, input.slug))
    if (tx.select({ id: criterion.id }).from(criterion).where(where).get()) {
      throw new Conflict(
        `L’axe « ${axis.nameFr} » a encore des critères : retirez-les d’abord.`,
        `The axis “${axis.nameEn}” still has criteria: remove them first.`,
      )
    }
    tx.delete(gridAxis)
      .where(and(eq(gridAxis.grid, key), eq(gridAxis.slug, input.slug)))
      .run()
    changed(tx, context, key, 'label.remove-axis', input.slug)
  })
}

/** Moves an axis before the one above it, or after the one below; at the edge, it stays. */
export function moveAxis(
  context: Context,
  input: { year: number; slug: string; up: boolean },
): void {
  assertMay(context.actor, 'label.edit-edition')
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    axisOf(tx, key, input.slug)
    const slugs = axesOf(tx, key).map(({ slug }) => slug)
    const at = slugs.indexOf(input.slug)
    const to = input.up ? at - 1 : at + 1
    const other = slugs[to]
    if (other === undefined) return
    slugs[to] = input.slug
    slugs[at] = other
    slugs.forEach((slug, position) => {
      tx.update(gridAxis)
        .set({ position })
        .where(and(eq(gridAxis.grid, key), eq(gridAxis.slug, slug)))
        .run()
    })
    changed(tx, context, key, 'label.move-axis', input.slug)
  })
}

/** Changes the title of a draft's grid, and the note that says whose criteria these are. */
export function changeGridTexts(
  context: Context,
  input: { year: number; titleFr: string; titleEn: string; noteFr: string; noteEn: string },
): void {
  assertMay(context.actor, 'label.edit-edition')
  const titleFr = named(input.titleFr)
  const titleEn = named(input.titleEn)
  const noteFr = input.noteFr.trim()
  const noteEn = input.noteEn.trim()
  if (noteFr.length > GRID_LIMITS.text || noteEn.length > GRID_LIMITS.text) {
    throw new InvalidInput(
      `La mention a au plus ${GRID_LIMITS.text} caractères.`,
      `The note has at most ${GRID_LIMITS.text} characters.`,
    )
  }
  if ((noteFr === '') !== (noteEn === '')) throw bothLanguages()
  inTransaction(context.db, (tx) => {
    const { grid: key } = draftHere(tx, input.year)
    tx.update(grid).set({ titleFr, titleEn, noteFr, noteEn }).where(eq(grid.key, key)).run()
    changed(tx, context, key, 'label.change-grid', 'grid')
  })
}

const axesOf = (tx: Tx, key: string) =>
  tx.select().from(gridAxis).where(eq(gridAxis.grid, key)).orderBy(asc(gridAxis.position)).all()

function axisOf(tx: Tx, key: string, slug: string) {
  const axis = axesOf(tx, key).find((item) => item.slug === slug)
  if (axis) return axis
  throw new NotFound(
    'Cet axe n’est plus là : quelqu’un l’a retiré. Rechargez la page.',
    'This axis is not there any more: someone removed it. Reload the page.',
  )
}

function changing(context: Context, input: Named): Named {
  assertMay(context.actor, 'label.edit-edition')
  return { nameFr: named(input.nameFr), nameEn: named(input.nameEn) }
}

function named(typed: string): string {
  const name = oneLine(typed)
  if (name === '') throw bothLanguages()
  if (name.length <= GRID_LIMITS.name) return name
  throw new InvalidInput(
    `Un nom a au plus ${GRID_LIMITS.name} caractères.`,
    `A name has at most ${GRID_LIMITS.name} characters.`,
  )
}

const bothLanguages = () =>
  new InvalidInput(
    'Écrivez ce texte dans les deux langues : les pages le montrent en français et en anglais.',
    'Write this text in both languages: pages show it in French and in English.',
  )

function changed(tx: Tx, context: Context, key: string, action: string, axis: string): void {
  gridChanged(tx, context, key, { action, detail: { axis } })
}
