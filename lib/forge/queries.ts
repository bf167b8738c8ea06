import { desc, gt, ne, sql } from 'drizzle-orm'
import { harvestRun, repository } from '#db/schema/forge.ts'
import type { Context } from '#lib/context.ts'
import { gitVersion } from './git-version.ts'

/** How the reading of repositories is, for the one who runs the service. */
export interface ForgeHealth {
  /** The version of git, null where there is none: nothing is read then. */
  git: string | null
  followed: number
  /** Whose last visit failed. */
  failing: number
  /** When the last harvest ended, null before the first. */
  lastHarvest: string | null
}

export function forgeHealth({ db }: Pick<Context, 'db'>): ForgeHealth {
  const counted = db
    .select({
      followed: sql<number>`count(*)`,
      failing: sql<number>`count(*) FILTER (WHERE ${gt(repository.failures, 0)})`,
    })
    .from(repository)
    .get()
  const last = db
    .select({ endedAt: harvestRun.endedAt })
    .from(harvestRun)
    .where(ne(harvestRun.endedAt, ''))
    .orderBy(desc(harvestRun.id))
    .limit(1)
    .get()
  return {
    git: gitVersion(),
    followed: counted?.followed ?? 0,
    failing: counted?.failing ?? 0,
    lastHarvest: last?.endedAt ?? null,
  }
}
