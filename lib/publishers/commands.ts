import { eq, inArray } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { publisher, software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'

export interface PublisherInput {
  slug: string
  name: string
  kind: string
  website?: string | undefined
  siren?: string | undefined
  summary: { fr: string; en: string }
  source: Omit<SourceInput, 'id'>
}

/** Loads publishers by slug; one whose SIREN is that of a known organisation is tied to it. Idempotent. */
export function loadPublishers(context: Context, input: readonly PublisherInput[]): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    const changed: number[] = []
    for (const item of input) {
      const owner = item.siren
        ? tx
            .select({ id: organisation.id })
            .from(organisation)
            .where(eq(organisation.siren, item.siren))
            .get()
        : undefined
      const row = {
        slug: item.slug,
        name: item.name,
        kind: item.kind,
        website: item.website ?? '',
        organisationId: owner?.id ?? null,
        summaryFr: item.summary.fr,
        summaryEn: item.summary.en,
        sourceId: sourceRow(tx, item.source),
      }
      const before = tx.select().from(publisher).where(eq(publisher.slug, item.slug)).get()
      if (!before) tx.insert(publisher).values(row).run()
      else if (!same(before, row)) {
        tx.update(publisher).set(row).where(eq(publisher.id, before.id)).run()
        changed.push(before.id)
        const owners = [before.organisationId, row.organisationId]
        if (owners[0] !== owners[1])
          markEvidenceDue(
            tx,
            owners.filter((id) => id !== null),
          )
      }
    }
    refreshSoftwareOf(tx, changed)
    recordAudit(tx, context, {
      action: 'publishers.load',
      subjectKind: 'publisher',
      subject: '*',
      detail: { publishers: input.length },
    })
  })
}

function same(
  before: typeof publisher.$inferSelect,
  after: typeof publisher.$inferInsert,
): boolean {
  return Object.entries(after).every(
    ([column, value]) => before[column as keyof typeof before] === value,
  )
}

/** Software is found by its publisher's name, and filtered by its kind. */
function refreshSoftwareOf(tx: Tx, publisherIds: readonly number[]): void {
  if (publisherIds.length === 0) return
  const rows = tx
    .update(software)
    .set({ revision: nextCatalogueVersion(tx) })
    .where(inArray(software.publisherId, [...publisherIds]))
    .returning({ id: software.id })
    .all()
  enqueueForSearch(
    tx,
    'software',
    rows.map(({ id }) => id),
  )
}
