import { eq } from 'drizzle-orm'
import {
  businessFunction,
  publisher,
  software,
  softwareFact,
  softwareFunction,
  softwareSource,
} from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { rebuildFiguresIn } from '#lib/adoptions/commands/figures.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { inFrench } from '#lib/in-french.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { type SoftwareInput, softwareInput } from '#lib/software/entry.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { sourceRow } from '#lib/sources.ts'
import { fold } from '#lib/text.ts'

export interface ImportReport {
  created: string[]
  changed: string[]
  unchanged: string[]
  /** What did not come in, each with the reasons in French, one sentence a finding. */
  skipped: Array<{ slug: string; reasons: string[] }>
}

/**
 * Imports entries: each one is checked by itself, what is sound comes in, the rest is reported. One
 * transaction; the same input twice changes nothing.
 * @param entries as parsed from YAML or JSON, not trusted; `slug` names them in the report.
 */
export function importSoftware(
  context: Context,
  entries: ReadonlyArray<{ slug: string; entry: unknown }>,
  progress: Progress = silentProgress,
): ImportReport {
  assertMay(context.actor, 'data.load')
  return inTransaction(context.db, (tx) => {
    const report: ImportReport = { created: [], changed: [], unchanged: [], skipped: [] }
    const touched: number[] = []
    const functions = new Map(
      tx
        .select({ slug: businessFunction.slug, id: businessFunction.id })
        .from(businessFunction)
        .all()
        .map((row) => [row.slug, row.id]),
    )
    const revision = nextCatalogueVersion(tx)
    for (const { slug, entry } of entries) {
      progress.step()
      const parsed = softwareInput.safeParse(entry, inFrench)
      if (!parsed.success) {
        const reasons = parsed.error.issues.map((i) => `${i.path.join('.') || slug} : ${i.message}`)
        report.skipped.push({ slug, reasons })
        continue
      }
      const unknown = parsed.data.functions.filter((name) => !functions.has(name))
      if (unknown.length > 0) {
        report.skipped.push({
          slug,
          reasons: [`functions : fonction inconnue ${unknown.join(', ')}`],
        })
        continue
      }
      const owner = tx
        .select({ id: publisher.id })
        .from(publisher)
        .where(eq(publisher.slug, parsed.data.publisher))
        .get()
      if (!owner) {
        report.skipped.push({
          slug,
          reasons: [`publisher : éditeur inconnu « ${parsed.data.publisher} »`],
        })
        continue
      }
      const outcome = writeEntry(tx, context, parsed.data, owner.id, functions, revision)
      report[outcome.kind].push(slug)
      if (outcome.kind !== 'unchanged') touched.push(outcome.id)
    }
    if (touched.length > 0) {
      enqueueForSearch(tx, 'software', touched)
      // Which functions a software covers is part of the figures.
      rebuildFiguresIn(tx)
    }
    return report
  })
}

function writeEntry(
  tx: Tx,
  context: Context,
  input: SoftwareInput,
  publisherId: number,
  functions: ReadonlyMap<string, number>,
  revision: number,
): { kind: 'created' | 'changed' | 'unchanged'; id: number } {
  const content = contentOf(tx, input, publisherId, functions)
  const before = tx.select().from(software).where(eq(software.slug, input.slug)).get()
  const at = context.now.toISOString()
  let id: number
  if (before) {
    if (JSON.stringify(storedContent(tx, before)) === JSON.stringify(content)) {
      return { kind: 'unchanged', id: before.id }
    }
    id = before.id
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
  recordAudit(tx, context, {
    action: before ? 'software.change' : 'software.import',
    subjectKind: 'software',
    subject: input.slug,
    detail: { licence: input.licence, functions: input.functions },
  })
  return { kind: before ? 'changed' : 'created', id }
}

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
      .sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : a.sourceId - b.sourceId)),
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
