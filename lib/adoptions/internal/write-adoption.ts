import { eq } from 'drizzle-orm'
import { adoptionDetail } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import { moveFigures, refreshSoftwareFigures } from '#lib/adoptions/commands/figures.ts'
import {
  type AdoptionEventKind,
  type FieldChanges,
  recordEvent,
} from '#lib/adoptions/commands/record-event.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import { refreshEvidence } from '#lib/evidence/commands/refresh-evidence.ts'
import { recordSoftwareEvent } from '#lib/publishers/record-event.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import {
  type AdoptionRecord,
  type AdoptionRow,
  type DetailRow,
  NO_DETAIL,
} from './adoption-record.ts'

export interface AdoptionWrite {
  row: Partial<AdoptionRow>
  detail?: Partial<Omit<DetailRow, 'adoptionId'>>
  event: {
    kind: AdoptionEventKind
    organisationId: number | null
    userId?: string | null
    changes?: FieldChanges
    reason?: string
  }
  /** Of the audit. */
  action: string
}

export interface WriteOptions {
  /**
   * The caller writes the one-row figures of the software anew, once for many adoptions; the evidence of
   * the organisations is due, until the caller or the service computes it.
   */
  deferFigures?: boolean | undefined
}

/**
 * Changes one adoption and everything that follows from it: figures, evidence, search, history, audit. Every step
 * of an adoption's life goes through here, in the caller's transaction.
 */
export function changeAdoptionRow(
  tx: Tx,
  context: Context,
  before: AdoptionRecord,
  write: AdoptionWrite,
  options: WriteOptions = {},
): void {
  const { id } = before.row
  const after = { ...before.row, ...write.row, updatedAt: context.now.toISOString() }
  tx.update(adoption).set(after).where(eq(adoption.id, id)).run()
  if (write.detail) writeDetail(tx, id, before.detail, write.detail)
  moveFigures(tx, before.row, after)
  follow(tx, context, after, write, options)
}

/** Puts a new adoption on record, with all that follows. @returns its id. */
export function insertAdoptionRow(
  tx: Tx,
  context: Context,
  row: typeof adoption.$inferInsert,
  write: Omit<AdoptionWrite, 'row'>,
  options: WriteOptions = {},
): number {
  const after = tx.insert(adoption).values(row).returning().get()
  if (write.detail) writeDetail(tx, after.id, null, write.detail)
  moveFigures(tx, null, after)
  follow(tx, context, after, write, options)
  return after.id
}

function writeDetail(
  tx: Tx,
  adoptionId: number,
  before: DetailRow | null,
  detail: Partial<Omit<DetailRow, 'adoptionId'>>,
): void {
  if (before) {
    tx.update(adoptionDetail).set(detail).where(eq(adoptionDetail.adoptionId, adoptionId)).run()
  } else {
    tx.insert(adoptionDetail)
      .values({ ...NO_DETAIL, ...detail, adoptionId })
      .run()
  }
}

function follow(
  tx: Tx,
  context: Context,
  after: AdoptionRow,
  { event, action }: Omit<AdoptionWrite, 'row'>,
  { deferFigures = false }: WriteOptions,
): void {
  enqueueForSearch(tx, 'software', [after.softwareId])
  if (deferFigures) {
    markEvidenceDue(tx, [after.organisationId])
  } else {
    refreshSoftwareFigures(tx, [after.softwareId])
    refreshEvidence(tx, context, after.organisationId)
  }
  recordEvent(tx, context, { adoptionId: after.id, ...event })
  tellPublisher(tx, context, after, event.kind)
  recordAudit(tx, context, {
    action,
    subjectKind: 'adoption',
    subject: `${after.softwareId}/${after.organisationId}`,
    detail: { state: after.state, trust: after.trust },
  })
}

/** Steps that a publisher hears of. That a word was renewed, or a detail changed, is no news. */
const TOLD: readonly AdoptionEventKind[] = [
  'reported',
  'declared',
  'confirmed',
  'reopened',
  'ended',
]

/** What it hears: as far as the row says it, since the feed says it aloud. A trial is no use yet. */
function toldKind({ state, trust }: AdoptionRow) {
  if (state === 'stopped') return 'adoption-ended'
  if (state !== 'pilot' && state !== 'production') return undefined
  return trust === 'confirmed' ? 'adoption-confirmed' : 'adoption-reported'
}

function tellPublisher(
  tx: Tx,
  context: Context,
  after: AdoptionRow,
  event: AdoptionEventKind,
): void {
  const kind = TOLD.includes(event) ? toldKind(after) : undefined
  if (!kind) return
  const { softwareId, organisationId, state, trust } = after
  const row = tx
    .select({ key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .get()
  recordSoftwareEvent(tx, context, {
    softwareId,
    kind,
    detail: { organisation: row ?? null, state, trust },
  })
}
