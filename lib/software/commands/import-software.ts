import { eq } from 'drizzle-orm'
import { publisher } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { rebuildFiguresIn } from '#lib/adoptions/commands/figures.ts'
import type { Context } from '#lib/context.ts'
import { inFrench } from '#lib/in-french.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { softwareInput } from '#lib/software/entry.ts'
import { mergedSlugs } from '#lib/software/resolve-slug.ts'
import { functionIds, writeEntry } from './write-entry.ts'

export interface ImportReport {
  created: string[]
  changed: string[]
  unchanged: string[]
  /** Left out: moderators have merged them into other entries. */
  merged: string[]
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
    const report: ImportReport = {
      created: [],
      changed: [],
      unchanged: [],
      merged: [],
      skipped: [],
    }
    const touched: number[] = []
    const functions = functionIds(tx)
    const merged = mergedSlugs(tx)
    const revision = nextCatalogueVersion(tx)
    for (const { slug, entry } of entries) {
      progress.step()
      if (merged.has(slug)) {
        report.merged.push(slug)
        continue
      }
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
