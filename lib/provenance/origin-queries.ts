import { eq, sql } from 'drizzle-orm'
import { repository } from '#db/schema/forge.ts'
import { software } from '#db/schema/software.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import type { Context } from '#lib/context.ts'
import { forgePages } from '#lib/forge/rules/forge-pages.ts'
import type { EntryFieldName, FieldOrigin } from './fields.ts'
import { type OriginRow, originsOf } from './internal/origins.ts'
import type { ChangedBy } from './record-change.ts'

/** Where the value of a field comes from, as anybody may know it. */
export interface OriginView {
  kind: FieldOrigin['kind']
  path: string
  line: number
  commit: string
  /** When it was first read so, or written. ISO 8601. */
  at: string
  /** The file at its commit, on the forge; empty where the forge shows none. */
  url: string
  /** Who, where a person wrote it. */
  by: ChangedBy | null
}

type Reading = Pick<Context, 'db'>

/** The address that an entry's repository is read from, or that it gives. */
export function repositoryOf({ db }: Reading, softwareId: number): string {
  const row = db
    .select({ read: repository.address, given: software.repository })
    .from(software)
    .leftJoin(repository, eq(repository.softwareId, software.id))
    .where(eq(software.id, softwareId))
    .get()
  return row?.read || row?.given || ''
}

/** Whether whoever reads the page of an entry may correct it. */
export function mayEdit({ db, actor }: Pick<Context, 'db' | 'actor'>, softwareId: number): boolean {
  if (actor.kind !== 'user') return false
  const row = db
    .select({ publisher: software.publisherId })
    .from(software)
    .where(eq(software.id, softwareId))
    .get()
  return row !== undefined && may(actor, 'software.edit', row)
}

/** By field, whose its value is; nothing of what only the reference data says. */
export function entryOrigins(
  context: Reading,
  softwareId: number,
): Partial<Record<EntryFieldName, OriginView>> {
  const rows = [...originsOf(context.db, softwareId).values()].filter(
    ({ kind }) => kind !== 'reference',
  )
  if (rows.length === 0) return {}
  const pages = forgePages(repositoryOf(context, softwareId))
  const writers = rows.some(({ kind }) => kind === 'person')
    ? lastWriters(context, softwareId)
    : new Map<string, ChangedBy>()
  return Object.fromEntries(
    rows.map((row) => [row.field, originView(row, pages, writers.get(row.field) ?? null)]),
  )
}

export function originView(
  row: OriginRow,
  pages: ReturnType<typeof forgePages>,
  writer: ChangedBy | null,
): OriginView {
  const { kind, path, at } = row
  const fromFile = kind !== 'person' && kind !== 'reference'
  const line = fromFile ? (row.seen?.origin.line ?? 0) : 0
  return {
    ...{ kind, path, line, at },
    commit: row.commit,
    url: fileUrl(pages, row.commit, path, line),
    by: kind === 'person' ? writer : null,
  }
}

/** The page of a file, else of its commit; empty where neither is known. */
export function fileUrl(
  pages: ReturnType<typeof forgePages>,
  commit: string,
  path: string,
  line: number,
): string {
  if (!pages || commit === '') return ''
  return path === '' ? pages.commit(commit) : pages.file(commit, path, line)
}

/** By field, who changed it last. */
export function lastWriters({ db }: Reading, softwareId: number): Map<string, ChangedBy> {
  const rows = db.all<{ field: string; by: ChangedBy }>(sql`
    SELECT json_extract(c.value, '$.field') AS field, e.by, max(e.id)
    FROM entry_change e, json_each(e.changes) c
    WHERE e.software_id = ${softwareId} GROUP BY 1`)
  return new Map(rows.map(({ field, by }) => [field, by]))
}
