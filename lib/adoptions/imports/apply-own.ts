import { and, asc, eq } from 'drizzle-orm'
import { type importJob, importLine } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import { declareIn } from '#lib/adoptions/commands/declare-in.ts'
import { refreshSoftwareFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { refreshEvidence } from '#lib/evidence/commands/refresh-evidence.ts'
import type { ListSummary } from '#lib/importers/schema.ts'

type Job = typeof importJob.$inferSelect

/**
 * Declares all the accepted lines of a list of an organisation's own software, in the caller's
 * transaction. Of several names that mean one software, the one with most installations speaks.
 */
export function applyOwn(
  tx: Tx,
  context: Context & { actor: UserActor },
  job: Job,
  report: (done: number) => void,
): NonNullable<ListSummary['done']> {
  const done = { created: 0, changed: 0, unchanged: 0 }
  const state = (job.summary as ListSummary).state ?? 'production'
  const ids: number[] = []
  for (const [softwareId, fields] of chosenOf(tx, job.id)) {
    const installations = Number(fields.installations ?? 0)
    const { outcome } = declareIn(
      tx,
      context,
      {
        softwareId,
        organisationId: job.organisationId,
        userId: context.actor.id,
        declaration: {
          state,
          ...(fields.version ? { version: fields.version } : {}),
          // One installation says nothing of a perimeter.
          ...(installations > 1 ? { workstations: String(installations) } : {}),
        },
      },
      { deferFigures: true },
    )
    done[outcome]++
    if (outcome !== 'unchanged') ids.push(softwareId)
    report(done.created + done.changed + done.unchanged)
  }
  refreshSoftwareFigures(tx, ids)
  if (ids.length > 0) refreshEvidence(tx, context, job.organisationId)
  return done
}

function chosenOf(tx: Tx, jobId: number): Map<number, Record<string, string>> {
  const chosen = new Map<number, Record<string, string>>()
  const rows = tx
    .select({ softwareId: importLine.softwareId, fields: importLine.fields })
    .from(importLine)
    .where(
      and(
        eq(importLine.jobId, jobId),
        eq(importLine.status, 'matched'),
        eq(importLine.decision, 'accept'),
      ),
    )
    .orderBy(asc(importLine.line))
    .all()
  for (const { softwareId, fields } of rows) {
    if (softwareId === null) continue
    const before = chosen.get(softwareId)
    const more = Number(fields.installations ?? 0) > Number(before?.installations ?? 0)
    if (!before || more) chosen.set(softwareId, fields)
  }
  return chosen
}
