import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importJob } from '#db/schema/adoption-life.ts'
import type { Progress } from '#lib/progress.ts'
import { applyImport } from './apply.ts'
import { prepareImport } from './prepare.ts'

/** Does the next step of a list: reads it, or applies it. What is neither waits for its owner. */
export async function workOn(
  db: Db,
  now: Date,
  jobId: number,
  links: Parameters<typeof applyImport>[3],
  progress?: Progress,
): Promise<void> {
  const job = db
    .select({ state: importJob.state })
    .from(importJob)
    .where(eq(importJob.id, jobId))
    .get()
  if (job?.state === 'uploaded') await prepareImport(db, now, jobId, progress)
  else if (job?.state === 'applying') applyImport(db, now, jobId, links, progress)
}
