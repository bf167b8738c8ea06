import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importJob, importLine } from '#db/schema/adoption-life.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import { parisDay } from '#lib/day.ts'
import { readList } from '#lib/importers/lists/read-list.ts'
import { UnreadableList } from '#lib/importers/lists/unreadable-list.ts'
import type { LineStatus, ListFault, ListSummary } from '#lib/importers/schema.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import type { LineSink, ReadLine } from './read-line.ts'
import { readOwnList } from './read-own.ts'
import { readReport } from './read-report.ts'

const COUNTS: Record<LineStatus, number> = {
  matched: 0,
  ambiguous: 0,
  unknown: 0,
  present: 0,
  wrong: 0,
}

/**
 * Reads the list of a job and matches its lines, then writes all of it at once: the job is ready, or
 * refused with why. Nothing else changes, and the bytes are forgotten.
 */
export async function prepareImport(
  db: Db,
  now: Date,
  jobId: number,
  progress: Progress = silentProgress,
): Promise<void> {
  const job = db.select().from(importJob).where(eq(importJob.id, jobId)).get()
  if (job?.state !== 'uploaded' || !job.content) return
  const lines: ReadLine[] = []
  try {
    progress.start('read', 0)
    const list = await readList(job.content)
    const sink: LineSink = {
      start: (total) => progress.start('match', total),
      line(line) {
        progress.step()
        lines.push(line)
      },
    }
    const read =
      job.kind === 'own'
        ? readOwnList(db, job.organisationId, list, sink)
        : readReport(
            db,
            { ...reporterOf(db, job), softwareId: job.softwareId },
            list,
            parisDay(now),
            sink,
          )
    const counts = { ...COUNTS }
    for (const { status } of lines) counts[status]++
    const { format, encoding, separator } = list
    keep(db, now, jobId, lines, { ...job.summary, format, encoding, separator, ...read, counts })
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error
    refuse(db, now, jobId, error.fault)
  }
}

function reporterOf(db: Db, { organisationId }: { organisationId: number }) {
  const row = db
    .select({ kind: organisation.kind })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .get()
  return { organisationId, kind: row?.kind ?? '' }
}

/** Writes the lines and the state of their job in one transaction: a kill leaves the upload as it was. */
function keep(
  db: Db,
  now: Date,
  jobId: number,
  lines: readonly ReadLine[],
  summary: ListSummary,
): void {
  inTransaction(db, (tx) => {
    const { changes } = tx
      .update(importJob)
      .set({
        state: 'ready',
        content: null,
        fault: '',
        summary: { ...summary },
        updatedAt: now.toISOString(),
      })
      .where(sql`${importJob.id} = ${jobId} AND ${importJob.state} = 'uploaded'`)
      .run()
    // Given up while it was read.
    if (changes === 0) return
    const insert = tx
      .insert(importLine)
      .values({
        jobId,
        line: sql.placeholder('line'),
        label: sql.placeholder('label'),
        fields: sql.placeholder('fields'),
        status: sql.placeholder('status'),
        certainty: sql.placeholder('certainty'),
        softwareId: sql.placeholder('softwareId'),
        organisationId: sql.placeholder('organisationId'),
        candidates: sql.placeholder('candidates'),
        decision: sql.placeholder('decision'),
      })
      .prepare()
    for (const line of lines) insert.run({ ...line })
  })
}

/** Says why a list is not taken; the bytes are forgotten. */
function refuse(db: Db, now: Date, jobId: number, fault: ListFault): void {
  db.update(importJob)
    .set({ state: 'refused', content: null, fault, updatedAt: now.toISOString() })
    .where(sql`${importJob.id} = ${jobId} AND ${importJob.state} = 'uploaded'`)
    .run()
}
