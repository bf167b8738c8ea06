import { eq } from 'drizzle-orm'
import { softwareRedirect } from '#db/schema/adoption-life.ts'
import {
  businessFunction,
  software,
  softwareFact,
  softwareFunction,
  softwareSource,
} from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markUsersDue } from '#lib/evidence/commands/mark-due.ts'
import { changesBetween, valuesOfRow } from '#lib/provenance/entry-values.ts'
import { keepWrittenIn } from '#lib/provenance/keep-written.ts'
import { recordChangeIn } from '#lib/provenance/record-change.ts'
import type { SoftwareInput } from '#lib/software/entry.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { sourceRow } from '#lib/sources.ts'
import { fold } from '#lib/text.ts'

/** The functions of the tree by slug. */
export function functionIds(tx: Tx): Map<string, number> {
  return new Map(
    tx
      .select({ slug: businessFunction.slug, id: businessFunction.id })
      .from(businessFunction)
      .all()
      .map((row) => [row.slug, row.id]),
  )
}

/**
 * Writes an entry that has been checked, in the transaction of whoever brings it in, who then has it
 * indexed and works the figures out: which functions a software covers is part of them.
 * @param revision the catalogue's next version.
 */
export function writeEntry(
  tx: Tx,
  context: Context,
  input: SoftwareInput,
  publisherId: number,
  functions: ReadonlyMap<string, number>,
  revision: number,
): { kind: 'created' | 'changed' | 'unchanged'; id: number } {
  const before = tx.select().from(software).where(eq(software.slug, input.slug)).get()
  const typed = contentOf(tx, input, publisherId, functions)
  const stored = before && storedContent(tx, before)
  const content = stored
    ? withWrittenFields(tx, context, before, stored, withMergedParts(tx, before, typed), functions)
    : typed
  const at = context.now.toISOString()
  let id: number
  if (stored) {
    if (JSON.stringify(stored) === JSON.stringify(content)) {
      return { kind: 'unchanged', id: before.id }
    }
    id = before.id
    const changes = changesBetween(valuesOf(stored, functions), valuesOf(content, functions))
    recordChangeIn(tx, context, { softwareId: id, by: 'reference', changes })
    // Who publishes it so far, and who will: evidence is of both.
    markUsersDue(tx, id)
    tx.update(software)
      .set({ ...content.row, updatedAt: at, revision })
      .where(eq(software.id, id))
      .run()
    tx.delete(softwareFunction).where(eq(softwareFunction.softwareId, id)).run()
    tx.delete(softwareSource).where(eq(softwareSource.softwareId, id)).run()
    tx.delete(softwareFact).where(eq(softwareFact.softwareId, id)).run()
  } else {
    id = tx
      .insert(software)
      .values({ ...content.row, createdAt: at, updatedAt: at, revision })
      .returning({ id: software.id })
      .get().id
  }
  for (const row of content.functions)
    tx.insert(softwareFunction)
      .values({ ...row, softwareId: id })
      .run()
  for (const row of content.sources)
    tx.insert(softwareSource)
      .values({ ...row, softwareId: id })
      .run()
  for (const row of content.facts)
    tx.insert(softwareFact)
      .values({ ...row, softwareId: id })
      .run()
  markUsersDue(tx, id)
  recordAudit(tx, context, {
    action: before ? 'software.change' : 'software.import',
    subjectKind: 'software',
    subject: input.slug,
    detail: { licence: input.licence, functions: input.functions },
  })
  return { kind: before ? 'changed' : 'created', id }
}

const bySource = (
  a: { field: string; sourceId: number },
  b: { field: string; sourceId: number },
): number => (a.field < b.field ? -1 : a.field > b.field ? 1 : a.sourceId - b.sourceId)

/** An entry as the tables hold it, in one fixed order, so that two can be compared as text. */
function contentOf(
  tx: Tx,
  input: SoftwareInput,
  publisherId: number,
  functions: ReadonlyMap<string, number>,
) {
  const verdict = judgeLicence(input.licence)
  if (!verdict.free) throw new Error(`${input.slug}: the schema let a licence through`)
  const sources = new Map(input.sources.map((source) => [source.id, sourceRow(tx, source)]))
  const sourceId = (name: string) => {
    const id = sources.get(name)
    if (id === undefined) throw new Error(`${input.slug}: the schema let source ${name} through`)
    return id
  }
  const covered = input.sources.flatMap((source) =>
    source.covers.map((field) => ({ field: field as string, sourceId: sourceId(source.id) })),
  )
  return {
    row: {
      slug: input.slug,
      name: input.name,
      nameKey: fold(input.name),
      publisherId,
      licence: input.licence,
      licenceFamily: verdict.family as string,
      licenceNoteFr: input.licence_note?.fr ?? '',
      licenceNoteEn: input.licence_note?.en ?? '',
      repository: input.repository ?? '',
      website: input.website ?? '',
      summaryFr: input.summary.fr,
      summaryEn: input.summary.en,
      descriptionFr: input.description.fr,
      descriptionEn: input.description.en,
      firstRelease: input.first_release ?? null,
      status: (input.status ?? '') as string,
      audience: input.audience as string[],
      platforms: input.platforms as string[],
      languages: input.languages,
      aliases: input.aliases,
      identifiers: input.identifiers as Record<string, string | number>,
    },
    functions: input.functions.map((slug, position) => ({
      functionId: functions.get(slug) as number,
      position,
    })),
    sources: covered
      .filter(
        (row, index) =>
          covered.findIndex((r) => r.field === row.field && r.sourceId === row.sourceId) === index,
      )
      .sort(bySource),
    facts: [
      ...input.facts.map((fact) => ({ kind: 'fact' as const, value: null, ...fact })),
      ...input.estimates.map((item) => ({
        kind: 'estimate' as const,
        ...item,
        value: item.value ?? null,
      })),
    ].map(({ kind, fr, en, value, source }) => ({
      kind,
      fr,
      en,
      value,
      sourceId: sourceId(source),
    })),
  }
}

function storedContent(tx: Tx, before: typeof software.$inferSelect): ReturnType<typeof contentOf> {
  const { id, createdAt, updatedAt, revision, ...row } = before
  return {
    row,
    functions: tx
      .select({ functionId: softwareFunction.functionId, position: softwareFunction.position })
      .from(softwareFunction)
      .where(eq(softwareFunction.softwareId, id))
      .orderBy(softwareFunction.position)
      .all(),
    sources: tx
      .select({ field: softwareSource.field, sourceId: softwareSource.sourceId })
      .from(softwareSource)
      .where(eq(softwareSource.softwareId, id))
      .orderBy(softwareSource.field, softwareSource.sourceId)
      .all(),
    facts: tx
      .select({
        kind: softwareFact.kind,
        fr: softwareFact.fr,
        en: softwareFact.en,
        value: softwareFact.value,
        sourceId: softwareFact.sourceId,
      })
      .from(softwareFact)
      .where(eq(softwareFact.softwareId, id))
      .orderBy(softwareFact.id)
      .all(),
  }
}

type Content = ReturnType<typeof contentOf>

function valuesOf(content: Content, functions: ReadonlyMap<string, number>) {
  const slugs = new Map([...functions].map(([slug, id]) => [id, slug]))
  return valuesOfRow(
    content.row,
    content.functions.map(({ functionId }) => slugs.get(functionId) as string),
  )
}

/** What people have corrected and repositories have said since stays, whatever the file says. */
function withWrittenFields(
  tx: Tx,
  context: Context,
  before: typeof software.$inferSelect,
  stored: Content,
  content: Content,
  functions: ReadonlyMap<string, number>,
): Content {
  const kept = keepWrittenIn(
    tx,
    context,
    before.id,
    valuesOf(stored, functions),
    valuesOf(content, functions),
  )
  const { functions: slugs, ...columns } = kept
  return {
    ...content,
    row: {
      ...content.row,
      ...(columns as Partial<Content['row']>),
      ...(kept.name !== undefined && { nameKey: stored.row.nameKey }),
      ...(kept.licence !== undefined && { licenceFamily: stored.row.licenceFamily }),
    },
    functions: slugs === undefined ? content.functions : stored.functions,
  }
}

/**
 * What entries merged into this one have brought stays, whatever the file of the one that remains says:
 * it does not know of them.
 */
function withMergedParts(tx: Tx, before: typeof software.$inferSelect, typed: Content): Content {
  const merged = tx
    .select({ slug: softwareRedirect.slug })
    .from(softwareRedirect)
    .where(eq(softwareRedirect.softwareId, before.id))
    .get()
  if (!merged) return typed
  const stored = storedContent(tx, before)
  const functions = [
    ...typed.functions,
    ...stored.functions.filter(
      ({ functionId }) => !typed.functions.some((item) => item.functionId === functionId),
    ),
  ].map(({ functionId }, position) => ({ functionId, position }))
  const same = <Row extends object>(a: Row, b: Row) => JSON.stringify(a) === JSON.stringify(b)
  return {
    row: {
      ...typed.row,
      repository: typed.row.repository || stored.row.repository,
      website: typed.row.website || stored.row.website,
      firstRelease: typed.row.firstRelease ?? stored.row.firstRelease,
      status: typed.row.status || stored.row.status,
      identifiers: { ...stored.row.identifiers, ...typed.row.identifiers },
      aliases: [...new Set([...typed.row.aliases, ...stored.row.aliases])],
    },
    functions,
    sources: [
      ...typed.sources,
      ...stored.sources.filter((row) => !typed.sources.some((item) => same(item, row))),
    ].sort(bySource),
    facts: [
      ...typed.facts,
      ...stored.facts.filter((row) => !typed.facts.some((item) => same(item, row))),
    ],
  }
}
