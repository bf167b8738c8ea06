import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import { parisDay } from '#lib/day.ts'
import { evaluate } from '#lib/evidence/rules/evaluate.ts'
import { liveGrids, rulesOf } from '#lib/label/grid-queries.ts'
import type { EvidenceRule } from '#lib/label/grid-schema.ts'
import { type Catalogue, readCatalogue, selectedBy } from './read-catalogue.ts'
import { readFacts } from './read-facts.ts'

/** A row of criterion_evidence as the database holds it. */
export interface EvidenceRow {
  criterion_id: number
  organisation_id: number
  value: number | null
  items: number
  full: number
  fresh_until: string
  organisation_kind: string
  departement: string
  size_class: string
}

/** The live criteria with what their rules are about, for organisations that share it. */
export interface Measure {
  criteria: ReadonlyArray<{
    criterionId: number
    rule: EvidenceRule
    selected: ReadonlySet<number> | null
  }>
  catalogue: Catalogue
}

/** @param organisationIds whose software alone is read; left out, the whole catalogue is. */
export function readMeasure(db: Db | Tx, now: Date, organisationIds?: readonly number[]): Measure {
  const rules = rulesOf({ db }, liveGrids({ db }, now))
  const catalogue: Catalogue = rules.length === 0 ? new Map() : readCatalogue(db, organisationIds)
  return {
    catalogue,
    criteria: rules.map(({ criterionId, rule }) => ({
      criterionId,
      rule,
      selected: selectedBy(rule, catalogue),
    })),
  }
}

/** What criterion_evidence is to hold of some organisations, by key of keyOf(). */
export function rowsOf(
  db: Db | Tx,
  now: Date,
  organisationIds: readonly number[],
  { criteria, catalogue }: Measure,
): Map<string, EvidenceRow> {
  const rows = new Map<string, EvidenceRow>()
  if (criteria.length === 0) return rows
  const copies = db.all<
    Pick<EvidenceRow, 'organisation_kind' | 'departement' | 'size_class'> & { id: number }
  >(sql`SELECT id, kind AS organisation_kind, departement, size_class FROM organisation
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`)
  const facts = readFacts(db, organisationIds, catalogue, { at: now, day: parisDay(now) })
  for (const { id, ...copy } of copies) {
    const known = facts.get(id)
    if (!known) continue
    for (const { criterionId, rule, selected } of criteria) {
      const { items, value, full, freshUntil } = evaluate(rule, selected, known)
      if (items.length === 0) continue
      const row: EvidenceRow = {
        criterion_id: criterionId,
        organisation_id: id,
        value,
        items: items.length,
        full: full ? 1 : 0,
        fresh_until: freshUntil,
        ...copy,
      }
      rows.set(keyOf(row), row)
    }
  }
  return rows
}

export const keyOf = (row: Pick<EvidenceRow, 'criterion_id' | 'organisation_id'>): string =>
  `${row.criterion_id}/${row.organisation_id}`

/** What criterion_evidence holds of some organisations for the live criteria. */
export function keptRows(
  db: Db | Tx,
  organisationIds: readonly number[],
  { criteria }: Measure,
): EvidenceRow[] {
  const live = new Set(criteria.map(({ criterionId }) => criterionId))
  return db
    .all<EvidenceRow>(sql`SELECT criterion_id, organisation_id, value, items, full, fresh_until,
      organisation_kind, departement, size_class FROM criterion_evidence
      WHERE organisation_id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`)
    .filter((row) => live.has(row.criterion_id))
}

export const COLUMNS = [
  'criterion_id',
  'organisation_id',
  'value',
  'items',
  'full',
  'fresh_until',
  'organisation_kind',
  'departement',
  'size_class',
] as const

export const same = (a: EvidenceRow, b: EvidenceRow): boolean =>
  COLUMNS.every((column) => a[column] === b[column])
