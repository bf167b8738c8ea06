import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'

/**
 * Adds a publisher that an entry needs, in the transaction that makes the entry.
 * @returns its id.
 */
export function createPublisherIn(
  tx: Tx,
  context: Context,
  slug: string,
  input: {
    name: string
    kind: string
    website: string
    /** Of the organisation of the register that it is. */
    siren?: string | undefined
    source: Omit<SourceInput, 'id'>
  },
): number {
  const { source, siren, ...row } = input
  const owner = siren
    ? tx
        .select({ id: organisation.id })
        .from(organisation)
        .where(eq(organisation.siren, siren))
        .get()
    : undefined
  const { id } = tx
    .insert(publisher)
    .values({
      ...row,
      slug,
      organisationId: owner?.id ?? null,
      summaryFr: '',
      summaryEn: '',
      sourceId: sourceRow(tx, source),
    })
    .returning({ id: publisher.id })
    .get()
  recordAudit(tx, context, {
    action: 'publisher.create',
    subjectKind: 'publisher',
    subject: slug,
    detail: { name: input.name, kind: input.kind },
  })
  return id
}
