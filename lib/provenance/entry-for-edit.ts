import { eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { repository, repositoryPubliccode } from '#db/schema/forge.ts'
import type { Context } from '#lib/context.ts'
import { forgePages } from '#lib/forge/rules/forge-pages.ts'
import type { Finding } from '#lib/publiccode/document.ts'
import { readPubliccode } from '#lib/publiccode/read.ts'
import { type EntryValues, entryValues } from './entry-values.ts'
import { ENTRY_FIELDS, type EntryFieldName } from './fields.ts'
import { entryFor, entryRevision } from './internal/entry-to-edit.ts'
import { type DifferenceRow, differencesOf, originsOf } from './internal/origins.ts'
import {
  fileUrl,
  lastWriters,
  type OriginView,
  originView,
  repositoryOf,
} from './origin-queries.ts'
import { sameValue, type Value } from './rules/same-value.ts'

/** What is said of a field otherwise than the entry does. */
export interface SaidOtherwise {
  field: EntryFieldName
  /** Who says it. */
  of: 'repository' | 'reference'
  value: Value
  kind: DifferenceRow['kind']
  path: string
  line: number
  commit: string
  url: string
  /** When it was first read so; a decision names it. */
  at: string
  /** Whether a person has it yet to decide. */
  open: boolean
}

export interface EntryForEdit {
  id: number
  slug: string
  name: string
  publisherId: number
  values: EntryValues
  /** Sent back with the form. */
  revision: number
  /** By field; `person` is who wrote it, as they name themselves. */
  origins: Partial<Record<EntryFieldName, OriginView & { person: string }>>
  differences: SaidOtherwise[]
  repository: Pick<
    typeof repository.$inferSelect,
    'address' | 'host' | 'state' | 'stateSince' | 'movedTo' | 'readAt' | 'visitedAt' | 'fault'
  > | null
  publiccode: {
    path: string
    version: string
    valid: boolean
    url: string
    findings: Finding[]
    /** Whether a corrected file can be downloaded. */
    corrected: boolean
  } | null
}

/**
 * An entry for whoever corrects it: each field with its origin, and what is said otherwise.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function entryForEdit(context: Context, slug: string): EntryForEdit {
  const { db } = context
  const entry = entryFor(db, context, slug, 'software.read-origins')
  const pages = forgePages(repositoryOf(context, entry.id))
  const origins = originsOf(db, entry.id)
  const writers = lastWriters(context, entry.id)
  const people = namesOf(
    db,
    [...origins.values()].flatMap(({ userId }) => userId ?? []),
  )
  const values = entryValues(db, entry.id) as EntryValues
  const row = db.select().from(repository).where(eq(repository.softwareId, entry.id)).get()
  return {
    ...entry,
    values,
    revision: entryRevision(db, entry.id),
    origins: Object.fromEntries(
      [...origins.values()].map((origin) => [
        origin.field,
        {
          ...originView(origin, pages, writers.get(origin.field) ?? null),
          person: people.get(origin.userId ?? '') ?? '',
        },
      ]),
    ),
    differences: saidOtherwise(db, entry.id, values, pages),
    repository: row ?? null,
    publiccode: publiccodeOf(db, entry.id, pages),
  }
}

function saidOtherwise(
  db: Context['db'],
  softwareId: number,
  values: EntryValues,
  pages: ReturnType<typeof forgePages>,
): SaidOtherwise[] {
  const found = differencesOf(db, softwareId)
  const origins = originsOf(db, softwareId)
  const rows = (['repository', 'reference'] as const).flatMap((of) =>
    [...found[of].values()].map((row): SaidOtherwise => {
      const line = of === 'repository' ? (origins.get(row.field)?.seen?.origin.line ?? 0) : 0
      const { kind, path, commit, at } = row
      return {
        ...{ field: row.field as EntryFieldName, of, value: row.value as Value },
        ...{ kind, path, line, commit, at },
        url: fileUrl(pages, commit, path, line),
        open: row.state === 'open',
      }
    }),
  )
  // Texts of the reference data are not held against a repository's; whoever edits them sees both.
  for (const { field, seen } of origins.values()) {
    const name = field as EntryFieldName
    if (!seen || found.repository.has(field)) continue
    if (sameValue(name, values[name], seen.value, seen.origin.kind)) continue
    const { value, origin } = seen
    const url = fileUrl(pages, origin.commit, origin.path, origin.line)
    rows.push({ ...origin, field: name, of: 'repository', value, url, at: '', open: false })
  }
  return rows.sort((a, b) => ENTRY_FIELDS.indexOf(a.field) - ENTRY_FIELDS.indexOf(b.field))
}

function publiccodeOf(
  db: Context['db'],
  softwareId: number,
  pages: ReturnType<typeof forgePages>,
): EntryForEdit['publiccode'] {
  const row = db
    .select()
    .from(repositoryPubliccode)
    .where(eq(repositoryPubliccode.softwareId, softwareId))
    .get()
  if (!row) return null
  const findings = row.findings as Finding[]
  return {
    path: row.path,
    version: row.version,
    valid: row.valid,
    url: fileUrl(pages, row.commit, row.path, 0),
    findings,
    corrected: findings.some(({ mended }) => mended),
  }
}

/**
 * The publiccode.yml of an entry's repository with all mended that can be; undefined when there is none,
 * or nothing to mend. @throws NotFound, SignInNeeded, Forbidden
 */
export function correctedPubliccode(context: Context, slug: string): string | undefined {
  const entry = entryFor(context.db, context, slug, 'software.read-origins')
  const row = context.db
    .select({ body: repositoryPubliccode.body })
    .from(repositoryPubliccode)
    .where(eq(repositoryPubliccode.softwareId, entry.id))
    .get()
  return (row && readPubliccode(row.body).corrected) ?? undefined
}

/** People as they name themselves: whoever corrects an entry may know who did before. */
function namesOf(db: Context['db'], ids: readonly string[]): Map<string, string> {
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const row = db.select({ name: user.name }).from(user).where(eq(user.id, id)).get()
      return row ? [[id, row.name] as const] : []
    }),
  )
}
