import { asc, count, desc, eq } from 'drizzle-orm'
import { activityMonth, repository, softwareRelease } from '#db/schema/forge.ts'
import type { Context } from '#lib/context.ts'
import { forgePages } from '#lib/forge/rules/forge-pages.ts'
import { agreesWith } from '#lib/forge/rules/licence-family.ts'
import { lastMonths } from './rules/last-months.ts'

/** Months that the chart of activity shows. */
const MONTHS = 24
const RELEASES = 5

/** What a repository shows of the life of its project: its parts, never a score. */
export interface Vitality {
  address: string
  state: (typeof repository.$inferSelect)['state']
  /** Since when it has been so. ISO 8601, as are the dates below. */
  stateSince: string
  movedTo: string
  lastCommitAt: string
  /** When it was last read whole; empty when it never was. */
  readAt: string
  /** Empty where the last visit went well. */
  fault: string
  releases: ReadonlyArray<{ tag: string; version: string; date: string; url: string }>
  releaseCount: number
  /** Where the forge lists them; empty where it has no such page. */
  releasesUrl: string
  /** Oldest first, a month without a commit among them; empty where none is known. */
  months: ReadonlyArray<{ month: string; commits: number; authors: number }>
  /** The licence of the files, and whether the entry's names it. */
  licence: { detected: string; agrees: boolean }
  /** Where each sign of care is, with its page on the forge; null where there is none. */
  signs: Readonly<Record<string, { path: string; url: string } | null>>
}

/** How alive the repository of an entry is; undefined where none is known. */
export function vitalityOf(
  { db }: Pick<Context, 'db'>,
  { id, licence }: { id: number; licence: string },
): Vitality | undefined {
  const row = db.select().from(repository).where(eq(repository.softwareId, id)).get()
  if (!row) return undefined
  const pages = forgePages(row.address)
  const releases = db
    .select()
    .from(softwareRelease)
    .where(eq(softwareRelease.softwareId, id))
    .orderBy(desc(softwareRelease.date))
    .limit(RELEASES)
    .all()
  const { address, state, stateSince, movedTo, lastCommitAt, readAt, fault } = row
  return {
    ...{ address, state, stateSince, movedTo, lastCommitAt, readAt, fault },
    releases: releases.map(({ tag, version, date, commit }) => ({
      ...{ tag, version, date },
      url: pages && commit !== '' ? pages.commit(commit) : '',
    })),
    releaseCount: releases.length < RELEASES ? releases.length : countReleases(db, id),
    releasesUrl: pages?.releases ?? '',
    months: monthsOf(db, id, readAt),
    licence: {
      detected: row.licenceDetected,
      agrees: row.licenceDetected === '' || agreesWith(row.licenceDetected, licence),
    },
    signs: Object.fromEntries(
      Object.entries(row.signs).map(([sign, path]) => [
        sign,
        path === null ? null : { path, url: pages?.file(row.headCommit, path) ?? '' },
      ]),
    ),
  }
}

function countReleases(db: Context['db'], softwareId: number): number {
  const row = db
    .select({ n: count() })
    .from(softwareRelease)
    .where(eq(softwareRelease.softwareId, softwareId))
    .get()
  return row?.n ?? 0
}

function monthsOf(db: Context['db'], softwareId: number, readAt: string): Vitality['months'] {
  const known = db
    .select({
      month: activityMonth.month,
      commits: activityMonth.commits,
      authors: activityMonth.authors,
    })
    .from(activityMonth)
    .where(eq(activityMonth.softwareId, softwareId))
    .orderBy(asc(activityMonth.month))
    .all()
  return known.length === 0 || readAt === '' ? [] : lastMonths(known, readAt.slice(0, 7), MONTHS)
}
