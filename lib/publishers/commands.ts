import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { publisherEdit } from '#db/schema/publishers.ts'
import { publisher } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'
import { refreshSoftwareOf } from './internal/refresh-software-of.ts'

export interface PublisherInput {
  slug: string
  name: string
  kind: string
  website?: string | undefined
  siren?: string | undefined
  summary: { fr: string; en: string }
  source: Omit<SourceInput, 'id'>
}

/**
 * Loads publishers by slug; one whose SIREN is that of a known organisation is tied to it. What a person
 * wrote of a publisher stays as it is. Idempotent.
 */
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
      const said = {
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
      const row = before ? { ...said, ...writtenByPeople(tx, before) } : said
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

/** The texts of a publisher that a person wrote, as they are. */
function writtenByPeople(
  tx: Tx,
  row: typeof publisher.$inferSelect,
): Partial<Pick<typeof publisher.$inferSelect, 'website' | 'summaryFr' | 'summaryEn'>> {
  const edits = tx
    .select({ field: publisherEdit.field })
    .from(publisherEdit)
    .where(eq(publisherEdit.publisherId, row.id))
    .all()
  return Object.fromEntries(edits.map(({ field }) => [field, row[field]]))
}
