import { and, eq, sql } from 'drizzle-orm'
import { contestation } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import {
  moveFigures,
  rebuildFiguresIn,
  refreshSoftwareFigures,
} from '#lib/adoptions/commands/figures.ts'
import { countsAsUse } from '#lib/adoptions/rules/counts-as-use.ts'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { recordUsesOf } from '#lib/publishers/record-event.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'
import { type AdoptionRow, copiesOf } from '../internal/adoption-record.ts'

export interface AdoptionInput {
  softwareId: number
  organisationId: number
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  version: string
  perimeterUnit: string
  perimeterMin: number | null
  perimeterMax: number | null
  operatorId: number | null
  noteFr: string
  noteEn: string
  reportedOn: string
  source: Omit<SourceInput, 'id'> | null
}

export interface AdoptionReport {
  created: number
  changed: number
  unchanged: number
  /** Lines that would have overwritten what the organisation itself said: left as it was. */
  kept: number
}

/** Above this many lines the figures are worked out anew instead of moved line by line. */
const BULK = 5_000

/**
 * Records what documents or simulations say of who uses what, as one transaction. The pair (software,
 * organisation) is the identity: the same input twice changes nothing. What the organisation itself said
 * of a pair stays as it is.
 */
export function reportAdoptions(
  context: Context,
  input: readonly AdoptionInput[],
  progress: Progress = silentProgress,
): AdoptionReport {
  assertMay(context.actor, 'data.load')
  const bulk = input.length > BULK
  return inTransaction(context.db, (tx) => {
    const report: AdoptionReport = { created: 0, changed: 0, unchanged: 0, kept: 0 }
    const touched = new Set<number>()
    /** How many uses are new, by software. */
    const added = new Map<number, number>()
    const organisations = new Set<number>()
    const copies = organisationCopies(tx)
    const current = currentRecords(tx)
    for (const item of input) {
      progress.step()
      const copy = copies(item.organisationId)
      const { source, ...fields } = item
      const row = { ...fields, ...copy, sourceId: source ? sourceRow(tx, source) : null }
      const before = current(item)
      if (before && same(before, row)) {
        report.unchanged++
        continue
      }
      if (before && organisationHasSpoken(tx, before)) {
        report.kept++
        continue
      }
      const at = context.now.toISOString()
      if (before) {
        tx.update(adoption)
          .set({ ...row, revision: before.revision + 1, updatedAt: at })
          .where(eq(adoption.id, before.id))
          .run()
        report.changed++
      } else {
        tx.insert(adoption)
          .values({ ...row, createdAt: at, updatedAt: at })
          .run()
        report.created++
        if (countsAsUse(row)) added.set(item.softwareId, (added.get(item.softwareId) ?? 0) + 1)
      }
      touched.add(item.softwareId)
      organisations.add(item.organisationId)
      if (bulk) continue
      moveFigures(tx, before ?? null, row)
      recordAudit(tx, context, {
        action: before ? 'adoption.change' : 'adoption.report',
        subjectKind: 'adoption',
        subject: `${item.softwareId}/${item.organisationId}`,
        detail: { state: item.state, trust: item.trust, source: source?.url ?? null },
      })
    }
    if (bulk) {
      if (touched.size > 0) rebuildFiguresIn(tx)
      recordAudit(tx, context, {
        action: 'adoptions.load',
        subjectKind: 'adoption',
        subject: '*',
        detail: { ...report },
      })
    } else {
      refreshSoftwareFigures(tx, [...touched])
    }
    enqueueForSearch(tx, 'software', [...touched])
    recordUsesOf(tx, context, added)
    markEvidenceDue(tx, [...organisations])
    return report
  })
}

/** The record of a pair; prepared once, because a load asks for that of every line. */
function currentRecords(tx: Tx) {
  const statement = tx
    .select()
    .from(adoption)
    .where(
      and(
        eq(adoption.softwareId, sql.placeholder('softwareId')),
        eq(adoption.organisationId, sql.placeholder('organisationId')),
      ),
    )
    .prepare()
  return ({ softwareId, organisationId }: AdoptionInput) =>
    statement.get({ softwareId, organisationId })
}

function same(before: AdoptionRow, after: Record<string, unknown>): boolean {
  return Object.entries(after).every(
    ([column, value]) => before[column as keyof typeof before] === value,
  )
}

/** Whether the organisation itself said, or contested, what is on record: nobody else's word replaces it. */
function organisationHasSpoken(tx: Tx, before: AdoptionRow): boolean {
  if (before.origin === 'organisation') return true
  if (before.trust !== 'contested') return false
  return (
    tx
      .select({ id: contestation.id })
      .from(contestation)
      .where(eq(contestation.adoptionId, before.id))
      .get() !== undefined
  )
}

/** The columns of an organisation that its adoptions carry along, read once. */
function organisationCopies(tx: Tx) {
  const known = new Map<number, ReturnType<typeof copiesOf>>()
  return (id: number) => {
    const copy = known.get(id) ?? copiesOf(tx, id)
    known.set(id, copy)
    return copy
  }
}
