import { eq } from 'drizzle-orm'
import { criterion, edition } from '#db/schema/label.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { criterionStamp } from './commands/change-criteria.ts'
import { missingToOpen } from './commands/open-edition.ts'
import { stampOf } from './edited-meanwhile.ts'
import { criterionAsInput } from './grid-file.ts'
import { getGrid, listEditionsHere } from './grid-queries.ts'
import type { CriterionView, EditionCalendar, EditionPhase, GridView } from './grid-view.ts'
import type { EditionTexts } from './rules/edition-form.ts'
import { editionPhase } from './rules/edition-phase.ts'
import type { GridFault } from './rules/grid-faults.ts'
import { shownCriterion } from './shown-criterion.ts'

export interface OrganiserEdition {
  edition: EditionCalendar & EditionTexts
  grid: GridView
  phase: EditionPhase
  /** What a draft still lacks before it can be opened. */
  missing: GridFault[]
}

/** Editions that are run here, drafts included, latest first. @throws SignInNeeded, Forbidden */
export function listEditionsForOrganiser(context: Context) {
  assertMay(context.actor, 'label.edit-edition')
  return listEditionsHere(context).map((item) => ({
    ...item,
    phase: editionPhase(item, context.now),
  }))
}

/** One of them, whole; undefined when it is not run here. @throws SignInNeeded, Forbidden */
export function getEditionForOrganiser(
  context: Context,
  year: number,
): OrganiserEdition | undefined {
  assertMay(context.actor, 'label.edit-edition')
  const { db, now } = context
  const row = db.select().from(edition).where(eq(edition.year, year)).get()
  const calendar = listEditionsHere(context).find((item) => item.year === year)
  const grid = row && getGrid(context, row.grid)
  if (!row || !calendar || !grid) return undefined
  return {
    edition: {
      ...calendar,
      ceremony: { fr: row.ceremonyFr, en: row.ceremonyEn },
      note: { fr: row.noteFr, en: row.noteEn },
    },
    grid,
    phase: editionPhase(calendar, now),
    missing: row.state === 'draft' ? missingToOpen(context, row) : [],
  }
}

/** A criterion with the marks that its two forms are sent with. @throws SignInNeeded, Forbidden */
export function getCriterionForOrganiser(
  context: Context,
  grid: string,
  id: number,
): { criterion: CriterionView; stamp: string; clarificationStamp: string } | undefined {
  assertMay(context.actor, 'label.edit-edition')
  const row = context.db.select().from(criterion).where(eq(criterion.id, id)).get()
  if (row?.grid !== grid) return undefined
  const item = shownCriterion(row)
  const { clarificationFr, clarificationEn } = row
  return {
    criterion: item,
    stamp: criterionStamp(criterionAsInput(item)),
    clarificationStamp: stampOf({ clarificationFr, clarificationEn }),
  }
}
