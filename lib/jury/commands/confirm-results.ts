import { and, eq, inArray } from 'drizzle-orm'
import { application } from '#db/schema/applications.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { getEdition } from '#lib/label/grid-queries.ts'
import type { EditionCalendar } from '#lib/label/grid-view.ts'
import { isWithJury } from '../internal/jury-file.ts'
import { markResults, resultsConfirmedAt } from '../internal/results-mark.ts'

/**
 * An organiser confirms the results of an edition: they are announced and published at its dates, and
 * never without this. A mail that has left cannot be taken back, so that a person says so once.
 * @param without must be true where files are not decided yet: these are not announced with the others.
 * @throws Forbidden, NotFound, Conflict
 */
export function confirmResults(context: Context, input: { year: number; without: boolean }): void {
  assertMay(context.actor, 'label.publish')
  inTransaction(context.db, (tx) => {
    const edition = editionOf(context, input.year)
    if (!isWithJury(edition, context.now) || edition.announcesAt === '') throw tooEarly()
    const undecided = countIn(tx, edition, ['submitted', 'more-requested', 'examining', 'assessed'])
    if (undecided > 0 && !input.without) throw incomplete(undecided)
    if (resultsConfirmedAt(tx, input.year) !== '') return
    markResults(tx, input.year, context.now.toISOString())
    recordAudit(tx, context, {
      action: 'label.confirm-results',
      subjectKind: 'edition',
      subject: String(input.year),
      detail: { undecided },
    })
  })
}

/** Takes the confirmation back, as long as nothing is announced. @throws Forbidden, NotFound, Conflict */
export function reopenResults(context: Context, input: { year: number }): void {
  assertMay(context.actor, 'label.publish')
  inTransaction(context.db, (tx) => {
    const edition = editionOf(context, input.year)
    if (countIn(tx, edition, ['announced', 'published']) > 0) throw announced()
    if (resultsConfirmedAt(tx, input.year) === '') return
    markResults(tx, input.year, '')
    recordAudit(tx, context, {
      action: 'label.reopen-results',
      subjectKind: 'edition',
      subject: String(input.year),
    })
  })
}

function editionOf(context: Context, year: number): EditionCalendar {
  const edition = getEdition(context, year)
  if (edition && edition.state !== 'documented') return edition
  throw new NotFound('Ce millésime n’est pas organisé ici.', 'This edition is not run here.')
}

type State = typeof application.$inferSelect.state

function countIn(tx: Tx, edition: EditionCalendar, states: readonly State[]): number {
  return tx
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.grid, edition.grid), inArray(application.state, [...states])))
    .all().length
}

const tooEarly = () =>
  new Conflict(
    'Les résultats se confirment après la clôture, quand la date d’annonce est fixée.',
    'Results are confirmed after the closing, once the date of their announcement is set.',
  )
const incomplete = (n: number) =>
  new Conflict(
    `Il reste ${n} dossier${n === 1 ? '' : 's'} sans décision. Attendez, ou cochez la case qui confirme sans eux.`,
    `${n} file${n === 1 ? ' has' : 's have'} no decision yet. Wait, or tick the box that confirms without.`,
  )
const announced = () =>
  new Conflict(
    'Des résultats sont déjà annoncés : la confirmation ne se reprend plus.',
    'Results have been announced already: this cannot be taken back any more.',
  )
