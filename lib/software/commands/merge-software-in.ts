import { eq, sql } from 'drizzle-orm'
import {
  importJob,
  importLine,
  softwareProposal,
  softwareRedirect,
} from '#db/schema/adoption-life.ts'
import { softwareFigures } from '#db/schema/adoptions.ts'
import { mergeProposal } from '#db/schema/moderation.ts'
import { software, softwareFact, softwareFunction, softwareSource } from '#db/schema/software.ts'
import { searchSynonym } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'
import { mergeAdoptionsIn } from '#lib/adoptions/commands/merge-adoptions.ts'
import { refreshFiguresOf } from '#lib/adoptions/commands/refresh-figures-of.ts'
import { recordAudit } from '#lib/audit.ts'
import { moveRelationsIn } from '#lib/compare/commands/move-relations.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { markUsersDue } from '#lib/evidence/commands/mark-due.ts'
import { moveRepositoryIn } from '#lib/forge/move-repository.ts'
import { moveListingsIn } from '#lib/listings/commands/move-listings-in.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { moveNamesIn } from '#lib/names/commands/keep-used-by.ts'
import { mergeNeedsIn } from '#lib/needs/merge-needs-in.ts'
import { changesBetween, type EntryValues, entryValues } from '#lib/provenance/entry-values.ts'
import { MERGED_FROM, moveProvenanceIn } from '#lib/provenance/keep-written.ts'
import { recordChangeIn } from '#lib/provenance/record-change.ts'
import { moveProvidersIn } from '#lib/providers/commands/move-providers.ts'
import { movePublisherTraces } from '#lib/publishers/move-traces.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { fold } from '#lib/text.ts'

type SoftwareRow = typeof software.$inferSelect

/**
 * Makes one entry of two, in the transaction of whoever decides it and has the right: adoptions with all
 * that hangs on them, functions, facts and names go to the entry that remains, and the address of the
 * other leads to it for ever.
 * @throws Conflict when either is gone, or both are the same.
 */
export function mergeSoftwareIn(
  tx: Tx,
  context: Context,
  { fromSlug, intoId, why }: { fromSlug: string; intoId: number; why: string },
): void {
  const from = tx.select().from(software).where(eq(software.slug, fromSlug)).get()
  const into = tx.select().from(software).where(eq(software.id, intoId)).get()
  if (!from || !into || from.id === into.id) {
    throw new Conflict(
      `Ces deux fiches n’en font déjà plus qu’une, ou « ${fromSlug} » n’est plus au catalogue : il n’y a rien à fusionner.`,
      `These two entries are one already, or “${fromSlug}” is no longer in the catalogue: there is nothing to merge.`,
    )
  }
  // Before the one that goes is gone: its publisher has one software fewer.
  markUsersDue(tx, from.id)
  const { moved, joined } = mergeAdoptionsIn(tx, context, from, into)
  const before = entryValues(tx, into.id) as EntryValues
  const functionIds = mergeFunctions(tx, from.id, into.id)
  movePublisherTraces(tx, from.id, into.id)
  mergeEntry(tx, context, from, into)
  recordMerge(tx, context, from, into, before)
  moveNamesIn(tx, from.id, into.id)
  followReferences(tx, from, into)
  moveRepositoryIn(tx, from.id, into.id)
  moveRelationsIn(tx, from.id, into.id)
  mergeNeedsIn(tx, from.id, into.id)
  moveProvidersIn(tx, from.id, into.id)
  moveListingsIn(tx, from.id, into.id)
  tx.delete(softwareFigures).where(eq(softwareFigures.softwareId, from.id)).run()
  tx.run(sql`DELETE FROM adoption_tally WHERE software_id = ${from.id}`)
  tx.delete(software).where(eq(software.id, from.id)).run()
  tx.insert(softwareRedirect).values({ slug: from.slug, softwareId: into.id }).run()
  refreshFiguresOf(tx, { softwareIds: [into.id], functionIds, organisationIds: joined })
  markUsersDue(tx, into.id)
  enqueueForSearch(tx, 'software', [from.id, into.id])
  enqueueForSearch(tx, 'function', functionIds)
  recordAudit(tx, context, {
    action: 'software.merge',
    subjectKind: 'software',
    subject: from.slug,
    detail: { into: into.slug, moved, joined: joined.length, why },
  })
}

/** The history of both is that of the entry that remains, and says what it was given. */
function recordMerge(
  tx: Tx,
  context: Context,
  from: SoftwareRow,
  into: SoftwareRow,
  before: EntryValues,
): void {
  const changes = changesBetween(before, entryValues(tx, into.id) as EntryValues)
  moveProvenanceIn(
    tx,
    context,
    from,
    into,
    changes.map(({ field }) => field),
  )
  recordChangeIn(tx, context, {
    softwareId: into.id,
    by: context.actor.kind === 'user' ? 'moderator' : 'server',
    changes,
    note: MERGED_FROM + from.name,
  })
}

/** @returns every function that either covered. */
function mergeFunctions(tx: Tx, fromId: number, intoId: number): number[] {
  const functionsOf = (id: number) =>
    tx
      .select({ id: softwareFunction.functionId })
      .from(softwareFunction)
      .where(eq(softwareFunction.softwareId, id))
      .orderBy(softwareFunction.position)
      .all()
      .map((row) => row.id)
  const [old, kept] = [functionsOf(fromId), functionsOf(intoId)]
  const added = old.filter((id) => !kept.includes(id))
  added.forEach((functionId, at) => {
    tx.insert(softwareFunction)
      .values({ softwareId: intoId, functionId, position: kept.length + at })
      .run()
  })
  tx.delete(softwareFunction).where(eq(softwareFunction.softwareId, fromId)).run()
  return [...kept, ...added]
}

/** What the entry that remains leaves open is filled from the other, with the documents behind it. */
function mergeEntry(tx: Tx, context: Context, from: SoftwareRow, into: SoftwareRow): void {
  const fields = ['functions']
  if (!into.repository && from.repository) fields.push('repository')
  if (!into.website && from.website) fields.push('website')
  if (into.firstRelease === null && from.firstRelease !== null) fields.push('first_release')
  if (!into.status && from.status) fields.push('status')
  if (Object.keys(from.identifiers).some((key) => !(key in into.identifiers))) {
    fields.push('identifiers')
  }
  tx.run(sql`
    INSERT OR IGNORE INTO software_source (software_id, field, source_id)
    SELECT ${into.id}, field, source_id FROM software_source
    WHERE software_id = ${from.id} AND field IN (SELECT value FROM json_each(${JSON.stringify(fields)}))`)
  tx.delete(softwareSource).where(eq(softwareSource.softwareId, from.id)).run()
  tx.run(sql`
    DELETE FROM software_fact WHERE software_id = ${from.id} AND EXISTS (
      SELECT 1 FROM software_fact o WHERE o.software_id = ${into.id}
        AND o.fr = software_fact.fr AND o.source_id = software_fact.source_id)`)
  tx.update(softwareFact)
    .set({ softwareId: into.id })
    .where(eq(softwareFact.softwareId, from.id))
    .run()
  tx.update(software)
    .set({
      aliases: namesOfBoth(from, into),
      repository: into.repository || from.repository,
      website: into.website || from.website,
      firstRelease: into.firstRelease ?? from.firstRelease,
      status: into.status || from.status,
      identifiers: { ...from.identifiers, ...into.identifiers },
      updatedAt: context.now.toISOString(),
      revision: nextCatalogueVersion(tx),
    })
    .where(eq(software.id, into.id))
    .run()
}

/** Whoever types the old name finds the entry that remains. */
function namesOfBoth(from: SoftwareRow, into: SoftwareRow): string[] {
  const names = new Map<string, string>()
  for (const name of [...into.aliases, from.name, ...from.aliases]) {
    const key = fold(name)
    if (key !== into.nameKey && !names.has(key)) names.set(key, name)
  }
  return [...names.values()]
}

/** Everything else that names the entry that goes. */
function followReferences(tx: Tx, from: SoftwareRow, into: SoftwareRow): void {
  const softwareId = into.id
  for (const table of [softwareRedirect, softwareProposal, importJob, importLine] as const) {
    tx.update(table).set({ softwareId }).where(eq(table.softwareId, from.id)).run()
  }
  // Candidates of a report are organisations; those of a list of software are software.
  tx.run(sql`
    UPDATE import_line SET candidates = (
      SELECT json_group_array(DISTINCT CASE value WHEN ${from.id} THEN ${into.id} ELSE value END)
      FROM json_each(candidates))
    WHERE job_id IN (SELECT id FROM import_job WHERE kind = 'own' AND state IN ('uploaded', 'ready'))
      AND EXISTS (SELECT 1 FROM json_each(candidates) WHERE value = ${from.id})`)
  tx.update(mergeProposal).set({ intoId: into.id }).where(eq(mergeProposal.intoId, from.id)).run()
  for (const row of tx.select().from(searchSynonym).all()) {
    if (!row.software.includes(from.slug)) continue
    const slugs = row.software.map((slug) => (slug === from.slug ? into.slug : slug))
    tx.update(searchSynonym)
      .set({ software: [...new Set(slugs)] })
      .where(eq(searchSynonym.id, row.id))
      .run()
  }
}
