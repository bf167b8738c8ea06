import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { recomputeEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { type Dataset, readDataset, readMeta, writeDataset, writeMeta } from '#lib/meta.ts'
import type { Progress } from '#lib/progress.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import type { ImportReport } from '#lib/software/commands/import-software.ts'
import { referenceSteps } from './steps.ts'

export interface ReferenceReport {
  /** Data sets that were loaded because they had changed, by name. */
  loaded: string[]
  software: ImportReport | null
  /** Adoptions, facts and awards that name something the catalogue does not have. */
  dangling: string[]
}

/**
 * Loads the reference data into a database: each data set only when it differs from what was loaded
 * last, so that a second start does nothing. A data set is one transaction: a kill leaves whole ones.
 * @param dataset `demo` leaves the documented adoptions and awards out: simulated rows come instead.
 */
export function loadReference(
  context: Context,
  options: { dataset: Dataset; progress: Progress },
): ReferenceReport {
  const { db } = context
  if (readMeta(db, 'dataset') === undefined) {
    inTransaction(db, (tx) => writeDataset(tx, options.dataset))
  } else if (readDataset(db) !== options.dataset) {
    throw new Error(`this database holds ${readDataset(db)} data, not ${options.dataset}`)
  }
  const report: ReferenceReport = { loaded: [], software: null, dangling: [] }
  let upstream = ''
  for (const step of referenceSteps(options.dataset)) {
    // What a step points at is loaded before it: when that changed, it has to look again.
    const hash = step.dependent ? `${step.hash()}-${upstream}` : step.hash()
    upstream += hash.slice(0, 8)
    const key = `loaded:${step.name}`
    if (readMeta(db, key) === hash) continue
    step.load(context, options.progress, report)
    inTransaction(db, (tx) => writeMeta(tx, key, hash))
    report.loaded.push(step.name)
  }
  if (report.loaded.length > 0) recomputeEvidence(context, options.progress)
  const waiting = db.$client.prepare('SELECT count(*) FROM search_outbox').pluck().get() as number
  if (waiting > 0 || report.loaded.length > 0) {
    options.progress.start('Index de recherche', waiting)
    drainSearchOutbox(context, options.progress)
    options.progress.stop()
    // The planner needs to know how the big tables are spread.
    db.$client.exec('ANALYZE')
  } else {
    drainSearchOutbox(context)
  }
  return report
}
