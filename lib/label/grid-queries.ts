import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { criterion, edition, grid, gridAxis } from '#db/schema/label.ts'
import type { Tx } from '#db/transaction.ts'
import { type EvidenceRule, evidenceRule } from './grid-schema.ts'
import type { EditionCalendar, GridView } from './grid-view.ts'
import { editionPhase } from './rules/edition-phase.ts'
import { shownCriterion } from './shown-criterion.ts'

type Reading = { db: Db | Tx }

/** The grid that is ours: five axes and their criteria, a proposal. */
export const REFERENCE_GRID = 'reference'

/** A grid with its axes and criteria, in their order; undefined when there is none of that key. */
export function getGrid({ db }: Reading, key: string): GridView | undefined {
  const row = db.select().from(grid).where(eq(grid.key, key)).get()
  if (!row) return undefined
  const axes = db
    .select()
    .from(gridAxis)
    .where(eq(gridAxis.grid, key))
    .orderBy(asc(gridAxis.position))
    .all()
  const criteria = db
    .select()
    .from(criterion)
    .where(eq(criterion.grid, key))
    .orderBy(asc(criterion.position))
    .all()
    .map(shownCriterion)
  return {
    key,
    title: { fr: row.titleFr, en: row.titleEn },
    note: { fr: row.noteFr, en: row.noteEn },
    axes: axes.map((axis) => ({
      slug: axis.slug,
      name: { fr: axis.nameFr, en: axis.nameEn },
      criteria: criteria.filter((item) => item.axis === axis.slug),
    })),
  }
}

export interface RuleOfCriterion {
  criterionId: number
  slug: string
  rule: EvidenceRule
}

/** The criteria of some grids that have a rule, in their order. */
export function rulesOf({ db }: Reading, grids: readonly string[]): RuleOfCriterion[] {
  return db
    .select({ criterionId: criterion.id, slug: criterion.slug, rule: criterion.rule })
    .from(criterion)
    .where(and(inArray(criterion.grid, [...grids]), isNotNull(criterion.rule)))
    .orderBy(asc(criterion.grid), asc(criterion.position))
    .all()
    .map((row) => ({ ...row, rule: evidenceRule.parse(row.rule) }))
}

/** What a grid is called, without its criteria; undefined when there is none of that key. */
export function gridTitle({ db }: Reading, key: string): GridView['title'] | undefined {
  return db.select({ fr: grid.titleFr, en: grid.titleEn }).from(grid).where(eq(grid.key, key)).get()
}

/** The calendar of one edition; undefined when there is none of that year. */
export function getEdition({ db }: Reading, year: number): EditionCalendar | undefined {
  const row = db.select().from(edition).where(eq(edition.year, year)).get()
  return row && calendarOf(row)
}

/** Editions that are run here, drafts included, latest first. */
export function listEditionsHere({ db }: Reading): EditionCalendar[] {
  return db
    .select()
    .from(edition)
    .orderBy(desc(edition.year))
    .all()
    .filter((row) => row.state !== 'documented')
    .map(calendarOf)
}

/** Grids that evidence is kept for: the reference grid, and the editions that can be applied for. */
export function liveGrids(context: Reading, now: Date): string[] {
  const open = listEditionsHere(context).filter((item) =>
    ['announced-opening', 'open'].includes(editionPhase(item, now)),
  )
  return [REFERENCE_GRID, ...open.map((item) => item.grid)]
}

function calendarOf(row: typeof edition.$inferSelect): EditionCalendar {
  const { year, scheme, state, opensAt, closesAt, juryAt, announcesAt, publishesAt } = row
  const { graceSeconds, scoreMax, jurorsEach, revision } = row
  return {
    year,
    scheme,
    state,
    grid: row.grid,
    opensAt,
    closesAt,
    juryAt,
    announcesAt,
    publishesAt,
    graceSeconds,
    scoreMax,
    jurorsEach,
    revision,
  }
}

/** A grid that everyone may read: the reference grid, or that of an edition that has been opened. */
export function getPublicGrid(context: Reading, key: string): GridView | undefined {
  if (key === REFERENCE_GRID) return getGrid(context, key)
  const edition = /^\d{4}$/.test(key) ? getEdition(context, Number(key)) : undefined
  return edition?.state === 'open' ? getGrid(context, edition.grid) : undefined
}
