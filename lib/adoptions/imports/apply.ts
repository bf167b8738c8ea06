import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importJob } from '#db/schema/adoption-life.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { readActor } from '#lib/accounts/queries.ts'
import type { askToConfirm } from '#lib/adoptions/commands/ask-to-confirm.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { applyOwn } from './apply-own.ts'
import { applyReport } from './apply-report.ts'

type Job = typeof importJob.$inferSelect

/** Steps of a report: brought up to date, added, counted. */
const REPORT_STEPS = 3

/**
 * Applies a list that its owner has looked through, as one transaction: all of its lines and the state
 * of its job, or nothing. Rights are read anew: whoever has left the organisation since applies nothing.
 */
export function applyImport(
  db: Db,
  now: Date,
  jobId: number,
  links: Parameters<typeof askToConfirm>[3],
  progress: Progress = silentProgress,
): void {
  inTransaction(db, (tx) => {
    const job = tx.select().from(importJob).where(eq(importJob.id, jobId)).get()
    if (job?.state !== 'applying') return
    const actor = job.userId === null ? undefined : readActor({ db }, job.userId)
    if (!actor || !mayApply(actor, job)) {
      settle(tx, job, now, { state: 'failed', fault: 'no-right' })
      return
    }
    const context: Context & { actor: UserActor } = { db, actor, now }
    const total = job.kind === 'own' ? 0 : REPORT_STEPS
    progress.start('apply', total)
    const report = () => progress.step()
    const done =
      job.kind === 'own'
        ? applyOwn(tx, context, job, report)
        : applyReport(tx, context, job, links, report)
    recordAudit(tx, context, {
      action: job.kind === 'own' ? 'adoptions.import' : 'adoptions.report',
      subjectKind: 'import',
      subject: String(job.id),
      detail: { organisationId: job.organisationId, softwareId: job.softwareId, ...done },
    })
    settle(tx, job, now, { state: 'applied', fault: '', summary: { ...job.summary, done } })
  })
}

function mayApply(actor: UserActor, job: Job): boolean {
  try {
    const right = job.kind === 'own' ? 'adoptions.import' : 'adoptions.report'
    assertUserMay(actor, right, job.organisationId)
    return true
  } catch (error) {
    if (error instanceof Forbidden) return false
    throw error
  }
}

function settle(tx: Tx, job: Job, now: Date, end: Partial<Job>): void {
  tx.update(importJob)
    .set({ ...end, updatedAt: now.toISOString() })
    .where(and(eq(importJob.id, job.id), eq(importJob.state, 'applying')))
    .run()
}
