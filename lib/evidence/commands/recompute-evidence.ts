import { sql } from 'drizzle-orm'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { liveGrids } from '#lib/label/grid-queries.ts'
import { catalogueVersion } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { type Measure, readMeasure } from '../internal/projection.ts'
import { differencesOf, settleProjection } from '../internal/write-projection.ts'

/** Organisations a transaction: a few tenths of a second, in between which the service writes. */
const CHUNK = 250

/**
 * Computes the evidence of all organisations anew for all live grids, in one pass over their rows: after
 * a load, a new grid, or a doubt. Each chunk is a transaction of its own, so that the service goes on,
 * and a kill leaves nothing half done.
 * @returns how many organisations there were.
 */
export function recomputeEvidence(context: Context, progress: Progress = silentProgress): number {
  assertMay(context.actor, 'label.recompute')
  const { db, now } = context
  const grids = JSON.stringify(liveGrids({ db }, now))
  inTransaction(db, (tx) => {
    tx.run(sql`DELETE FROM criterion_evidence WHERE criterion_id IN (
      SELECT id FROM criterion WHERE grid NOT IN (SELECT value FROM json_each(${grids})))`)
  })
  const ids = concerned(context)
  const measure = measureOf(context)
  progress.start('Critères du label', ids.length)
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK)
    settleProjection(db, now, chunk, measure)
    progress.step(chunk.length)
  }
  progress.stop()
  inTransaction(db, (tx) =>
    recordAudit(tx, context, {
      action: 'evidence.recompute',
      subjectKind: 'organisation',
      subject: '*',
      detail: { organisations: ids.length },
    }),
  )
  return ids.length
}

/**
 * Proves the projection equal to the rows: how many of its rows are missing, too many or other than
 * they say. Zero is the proof; organisations that are due are behind, and `due` says how many are.
 */
export function compareEvidence(
  context: Pick<Context, 'db' | 'now'>,
  progress: Progress = silentProgress,
): { differences: number; due: number } {
  const { db, now } = context
  const ids = concerned(context)
  const measure = measureOf(context)()
  let differences = 0
  progress.start('Preuve des critères', ids.length)
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK)
    const { gone, changed } = differencesOf(db, now, chunk, measure)
    differences += gone.length + changed.length
    progress.step(chunk.length)
  }
  progress.stop()
  const { due } = db.get<{ due: number }>(sql`SELECT count(*) AS due FROM evidence_due`)
  return { differences, due }
}

/** Organisations that evidence can be of, or is kept of, in the order in which their rows lie. */
function concerned({ db }: Pick<Context, 'db'>): number[] {
  return db
    .all<{ id: number }>(sql`
      SELECT organisation_id AS id FROM adoption
      UNION SELECT organisation_id FROM publisher WHERE organisation_id IS NOT NULL
      UNION SELECT organisation_id FROM criterion_evidence
      UNION SELECT organisation_id FROM evidence_due ORDER BY 1`)
    .map(({ id }) => id)
}

/** The grids and the whole catalogue, read again only when someone has changed it meanwhile. */
function measureOf({ db, now }: Pick<Context, 'db' | 'now'>): () => Measure {
  let known = ''
  let measure: Measure | undefined
  return () => {
    const current = [catalogueVersion(db), ...liveGrids({ db }, now)].join()
    if (!measure || known !== current) measure = readMeasure(db, now)
    known = current
    return measure
  }
}
