import { asc, eq } from 'drizzle-orm'
import { businessFunction, software, softwareFunction } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { refreshFiguresOf } from '#lib/adoptions/commands/refresh-figures-of.ts'
import type { Context } from '#lib/context.ts'
import { markUsersDue } from '#lib/evidence/commands/mark-due.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { fold } from '#lib/text.ts'
import { ENTRY_FIELDS, type EntryFieldName } from './fields.ts'
import type { Value } from './rules/same-value.ts'

export type EntryValues = Record<EntryFieldName, Value>

export interface Change {
  field: string
  from: unknown
  to: unknown
}

/** What an entry holds, by field; undefined when there is no such entry. */
export function entryValues(db: Context['db'] | Tx, softwareId: number): EntryValues | undefined {
  const row = db.select().from(software).where(eq(software.id, softwareId)).get()
  if (!row) return undefined
  const functions = db
    .select({ slug: businessFunction.slug })
    .from(softwareFunction)
    .innerJoin(businessFunction, eq(businessFunction.id, softwareFunction.functionId))
    .where(eq(softwareFunction.softwareId, softwareId))
    .orderBy(asc(softwareFunction.position))
    .all()
    .map(({ slug }) => slug)
  return valuesOfRow(row, functions)
}

/** The fields that people and repositories may say, of a row of the catalogue. */
export function valuesOfRow(
  row: Pick<typeof software.$inferSelect, Exclude<EntryFieldName, 'functions'>>,
  functions: readonly string[],
): EntryValues {
  const { name, summaryFr, summaryEn, descriptionFr, descriptionEn, licence, repository } = row
  const { website, platforms, languages, firstRelease, status, audience } = row
  return {
    ...{ name, summaryFr, summaryEn, descriptionFr, descriptionEn, licence, repository },
    ...{ website, platforms, languages, firstRelease, status, functions, audience },
  }
}

/** The fields whose values differ, in the order of the entry. */
export function changesBetween(before: EntryValues, after: Partial<EntryValues>): Change[] {
  return ENTRY_FIELDS.flatMap((field) => {
    const [from, to] = [before[field], after[field]]
    if (to === undefined || JSON.stringify(from) === JSON.stringify(to)) return []
    return [{ field, from, to }]
  })
}

/**
 * Writes values that have been checked, with all that follows from them: search, figures, evidence and
 * the version that readers refresh from. @returns what changed.
 */
export function writeEntryValuesIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  before: EntryValues,
  after: Partial<EntryValues>,
): Change[] {
  const changes = changesBetween(before, after)
  if (changes.length === 0) return []
  const changed = new Set(changes.map(({ field }) => field))
  const { functions, ...columns } = Object.fromEntries(
    changes.map(({ field, to }) => [field, to]),
  ) as Partial<typeof software.$inferInsert> & { functions?: readonly string[] }
  // Before and after: whose evidence it was, and whose it is.
  markUsersDue(tx, softwareId)
  tx.update(software)
    .set({
      ...columns,
      ...(columns.name !== undefined && { nameKey: fold(columns.name) }),
      ...(columns.licence !== undefined && { licenceFamily: familyOf(columns.licence) }),
      updatedAt: context.now.toISOString(),
      revision: nextCatalogueVersion(tx),
    })
    .where(eq(software.id, softwareId))
    .run()
  if (functions !== undefined) writeFunctions(tx, softwareId, functions)
  if (changed.has('functions')) markUsersDue(tx, softwareId)
  enqueueForSearch(tx, 'software', [softwareId])
  return changes
}

function familyOf(licence: string): string {
  const verdict = judgeLicence(licence)
  if (!verdict.free) throw new Error(`a licence that is not free was let through: ${licence}`)
  return verdict.family
}

function writeFunctions(tx: Tx, softwareId: number, slugs: readonly string[]): void {
  const ids = new Map(
    tx
      .select({ slug: businessFunction.slug, id: businessFunction.id })
      .from(businessFunction)
      .all()
      .map((row) => [row.slug, row.id]),
  )
  const old = tx
    .delete(softwareFunction)
    .where(eq(softwareFunction.softwareId, softwareId))
    .returning({ id: softwareFunction.functionId })
    .all()
  slugs.forEach((slug, position) => {
    const functionId = ids.get(slug)
    if (functionId === undefined) throw new Error(`no function ${slug}`)
    tx.insert(softwareFunction).values({ softwareId, functionId, position }).run()
  })
  const touched = [...new Set([...old.map(({ id }) => id), ...slugs.map((slug) => ids.get(slug))])]
  const functionIds = touched.filter((id) => id !== undefined)
  refreshFiguresOf(tx, { softwareIds: [softwareId], functionIds })
  enqueueForSearch(tx, 'function', functionIds)
}
