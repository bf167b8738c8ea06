import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { importJob, importLine } from '#db/schema/adoption-life.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { softwareMatcher } from '#lib/adoptions/imports/match-software.ts'
import { assertReady, ownedJob } from '#lib/adoptions/imports/owned-job.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'

const choice = z.object({
  line: z.number().int().positive(),
  /** The id of what the line means (a software, or an organisation in a report); `drop`; '' for undecided. */
  choice: z.string().regex(/^(drop|\d{0,9})$/),
  /** A name typed instead, of a software. */
  name: z.string().trim().max(200),
})
export type LineChoice = z.infer<typeof choice>

/**
 * Records what a person says of lines: which of the candidates is meant, or none.
 * @returns the names that were typed and mean nothing in the catalogue.
 */
export function decideImportLines(
  context: Context,
  input: { id: number; choices: readonly LineChoice[] },
): { unknown: string[] } {
  const choices = z.array(choice).max(500).parse(input.choices)
  return inTransaction(context.db, (tx) => decideIn(tx, context, input.id, choices))
}

function decideIn(tx: Tx, context: Context, id: number, choices: readonly LineChoice[]) {
  const { job } = ownedJob(tx, context, id)
  assertReady(job)
  const unknown: string[] = []
  let matcher: ReturnType<typeof softwareMatcher> | undefined
  let changed = 0
  for (const { line, choice: chosen, name } of choices) {
    const row = tx
      .select()
      .from(importLine)
      .where(and(eq(importLine.jobId, id), eq(importLine.line, line)))
      .get()
    if (row?.status !== 'matched' && row?.status !== 'ambiguous') {
      // A name makes an unknown line of an own list known.
      if (row?.status !== 'unknown' || name === '' || job.kind !== 'own') continue
    }
    let subject = /^\d+$/.test(chosen) ? Number(chosen) : null
    if (name !== '' && job.kind === 'own') {
      matcher ??= softwareMatcher(tx)
      subject = matcher(name).softwareId
      if (subject === null) {
        unknown.push(name)
        continue
      }
    } else if (subject !== null && !allowed(row, job.kind, subject)) {
      throw new InvalidInput(
        'Choix inconnu : rechargez la page.',
        'Unknown choice: reload the page.',
      )
    }
    const column = job.kind === 'own' ? 'softwareId' : 'organisationId'
    const decision = chosen === 'drop' && name === '' ? 'drop' : subject === null ? '' : 'accept'
    const next = {
      decision,
      ...(subject === null ? {} : { [column]: subject, status: 'matched' as const }),
    } as const
    const same = row.decision === next.decision && (subject === null || row[column] === subject)
    if (same) continue
    tx.update(importLine)
      .set(next)
      .where(and(eq(importLine.jobId, id), eq(importLine.line, line)))
      .run()
    changed++
  }
  if (changed > 0) {
    recordAudit(tx, context, {
      action: 'import.decide',
      subjectKind: 'import',
      subject: String(id),
      detail: { lines: changed },
    })
  }
  return { unknown }
}

/** What a page offered: its own choice, or one of its candidates. */
function allowed(row: typeof importLine.$inferSelect, kind: 'own' | 'report', id: number): boolean {
  const own = kind === 'own' ? row.softwareId : row.organisationId
  return id === own || row.candidates.includes(id)
}

/** Gives a list over to be applied as a whole. A second click finds it under way and changes nothing. */
export function startImport(context: Context, input: { id: number; state: string }): void {
  const state = z.enum(['evaluating', 'pilot', 'production']).catch('production').parse(input.state)
  inTransaction(context.db, (tx) => {
    const { job, actor } = ownedJob(tx, context, input.id)
    if (job.state === 'applying' || job.state === 'applied') return
    assertReady(job)
    const { n } = tx.get<{ n: number }>(sql`SELECT count(*) AS n FROM import_line
      WHERE job_id = ${job.id} AND status = 'matched' AND decision = 'accept'`)
    if (n === 0) {
      throw new InvalidInput(
        'Rien n’est choisi dans ce fichier : choisissez au moins une ligne, ou abandonnez-le.',
        'Nothing is chosen in this file: choose one line at least, or give it up.',
      )
    }
    tx.update(importJob)
      .set({
        state: 'applying',
        fault: '',
        // Whoever says so answers for it: their right is asked again when it is applied.
        userId: actor.id,
        summary: job.kind === 'own' ? { ...job.summary, state } : job.summary,
        updatedAt: context.now.toISOString(),
      })
      .where(eq(importJob.id, job.id))
      .run()
    recordAudit(tx, context, {
      action: 'import.start',
      subjectKind: 'import',
      subject: String(job.id),
      detail: { lines: n },
    })
  })
}

/** Gives a list up: its lines are forgotten, and nothing of it is recorded. */
export function dropImport(context: Context, input: { id: number }): void {
  inTransaction(context.db, (tx) => {
    const { job } = ownedJob(tx, context, input.id)
    if (job.state === 'dropped') return
    if (job.state !== 'uploaded') assertReady(job)
    tx.update(importJob)
      .set({ state: 'dropped', content: null, updatedAt: context.now.toISOString() })
      .where(eq(importJob.id, job.id))
      .run()
    tx.delete(importLine).where(eq(importLine.jobId, job.id)).run()
    recordAudit(tx, context, {
      action: 'import.drop',
      subjectKind: 'import',
      subject: String(job.id),
    })
  })
}
