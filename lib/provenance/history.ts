import { count, eq, inArray, sql } from 'drizzle-orm'
import { softwareRelease } from '#db/schema/forge.ts'
import { entryChange } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { forgePages } from '#lib/forge/rules/forge-pages.ts'
import { MERGED_FROM } from './keep-written.ts'
import { repositoryOf } from './origin-queries.ts'
import type { ChangedBy } from './record-change.ts'
import { type DiffPart, textDiff } from './rules/text-diff.ts'

export const HISTORY_PAGE_SIZE = 25

export interface ChangeView {
  kind: 'change'
  id: number
  at: string
  by: ChangedBy
  commit: string
  commitUrl: string
  changes: ReadonlyArray<{
    field: string
    from: unknown
    to: unknown
    /** Of long texts, word by word. */
    diff: DiffPart[] | null
  }>
  /** The name of the entry that it happened on, where that one was merged into this one since. */
  mergedFrom: string
  note: string
}

export interface ReleaseView {
  kind: 'release'
  at: string
  version: string
  tag: string
  commitUrl: string
}

export interface HistoryView {
  id: number
  slug: string
  name: string
  /** When the entry came into the catalogue. */
  createdAt: string
  events: Array<ChangeView | ReleaseView>
  total: number
  pages: number
}

/** What changed on an entry and what its project released, latest first; undefined without such an entry. */
export function entryHistory(
  context: Pick<Context, 'db'>,
  slug: string,
  page: number,
): HistoryView | undefined {
  const { db } = context
  const entry = db
    .select({
      id: software.id,
      slug: software.slug,
      name: software.name,
      createdAt: software.createdAt,
    })
    .from(software)
    .where(eq(software.slug, slug))
    .get()
  if (!entry) return undefined
  const total = countOf(db, entry.id)
  const keys = db.all<{ kind: 'change' | 'release'; at: string; key: string }>(sql`
    SELECT 'change' AS kind, at, CAST(id AS TEXT) AS key, id AS rank FROM entry_change
    WHERE software_id = ${entry.id}
    UNION ALL
    SELECT 'release', date, tag, 0 FROM software_release WHERE software_id = ${entry.id}
    ORDER BY at DESC, rank DESC
    LIMIT ${HISTORY_PAGE_SIZE} OFFSET ${(page - 1) * HISTORY_PAGE_SIZE}`)
  const pages = forgePages(repositoryOf(context, entry.id))
  const changes = changesOf(
    db,
    keys.filter(({ kind }) => kind === 'change').map(({ key }) => Number(key)),
  )
  const releases = new Map(
    db
      .select()
      .from(softwareRelease)
      .where(eq(softwareRelease.softwareId, entry.id))
      .all()
      .map((row) => [row.tag, row]),
  )
  const events = keys.flatMap(({ kind, at, key }): Array<ChangeView | ReleaseView> => {
    const change = changes.get(Number(key))
    if (kind === 'change') {
      return change
        ? [{ ...change, commitUrl: change.commit && (pages?.commit(change.commit) ?? '') }]
        : []
    }
    const release = releases.get(key)
    if (!release) return []
    const { version, tag, commit } = release
    return [{ kind, at, version, tag, commitUrl: commit && (pages?.commit(commit) ?? '') }]
  })
  return { ...entry, events, total, pages: Math.max(1, Math.ceil(total / HISTORY_PAGE_SIZE)) }
}

function countOf(db: Context['db'], softwareId: number): number {
  const changes = db
    .select({ n: count() })
    .from(entryChange)
    .where(eq(entryChange.softwareId, softwareId))
    .get()
  const releases = db
    .select({ n: count() })
    .from(softwareRelease)
    .where(eq(softwareRelease.softwareId, softwareId))
    .get()
  return (changes?.n ?? 0) + (releases?.n ?? 0)
}

const LONG = ['summaryFr', 'summaryEn', 'descriptionFr', 'descriptionEn']

function changesOf(
  db: Context['db'],
  ids: readonly number[],
): Map<number, Omit<ChangeView, 'commitUrl'>> {
  const rows = db
    .select()
    .from(entryChange)
    .where(inArray(entryChange.id, [...ids]))
    .all()
  return new Map(
    rows.map(({ id, at, by, commit, changes, note }) => [
      id,
      {
        ...{ kind: 'change' as const, id, at, by, commit },
        changes: changes.map(({ field, from, to }) => ({
          ...{ field, from, to },
          diff:
            LONG.includes(field) && typeof from === 'string' && typeof to === 'string'
              ? textDiff(from, to)
              : null,
        })),
        mergedFrom: note.startsWith(MERGED_FROM) ? note.slice(MERGED_FROM.length) : '',
        note: note.startsWith(MERGED_FROM) ? '' : note,
      },
    ]),
  )
}
