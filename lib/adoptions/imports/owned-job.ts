import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importJob } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'

type Columns = Omit<typeof importJob.$inferSelect, 'content'>

/** All but the bytes, which are many. */
const COLUMNS = {
  id: importJob.id,
  kind: importJob.kind,
  organisationId: importJob.organisationId,
  userId: importJob.userId,
  softwareId: importJob.softwareId,
  fileName: importJob.fileName,
  state: importJob.state,
  fault: importJob.fault,
  summary: importJob.summary,
  createdAt: importJob.createdAt,
  updatedAt: importJob.updatedAt,
}

/**
 * A list that the acting user may see and settle: any member of its organisation.
 * @throws NotFound for one that is not there, SignInNeeded, Forbidden
 */
export function ownedJob(
  db: Db | Tx,
  context: Pick<Context, 'actor'>,
  id: number,
): { job: Columns; actor: UserActor } {
  const job = db.select(COLUMNS).from(importJob).where(eq(importJob.id, id)).get()
  if (!job) {
    throw new NotFound(
      'Ce fichier n’est plus là : il a été abandonné, ou date de plus de trois mois.',
      'This file is not there any more: it was given up, or is older than three months.',
    )
  }
  const right = job.kind === 'own' ? 'adoptions.import' : 'adoptions.report'
  return { job, actor: assertUserMay(context.actor, right, job.organisationId) }
}

/** @throws Conflict when a list is not where its page last saw it. */
export function assertReady(job: Columns): void {
  if (job.state === 'ready') return
  throw new Conflict(
    'Ce fichier a déjà été appliqué, abandonné, ou est en train de l’être : rechargez la page pour voir où il en est.',
    'This file has been applied or given up already, or is being so: reload the page to see where it stands.',
  )
}
