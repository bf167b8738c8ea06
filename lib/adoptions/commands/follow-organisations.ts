import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { rebuildFiguresIn } from './figures.ts'

/**
 * Brings the columns that adoptions and evidence carry of their organisation up to date, and the figures,
 * in the transaction that changes the organisations.
 */
export function followOrganisations(tx: Tx, organisationIds: readonly number[]): void {
  tx.run(sql`
    UPDATE criterion_evidence SET
      organisation_kind = o.kind, departement = o.departement, size_class = o.size_class
    FROM organisation o
    WHERE o.id = criterion_evidence.organisation_id
      AND o.id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`)
  const { changes } = tx.run(sql`
    UPDATE adoption SET
      organisation_kind = o.kind, departement = o.departement, region = o.region,
      size_class = o.size_class, population = coalesce(o.population, 0),
      organisation_name_key = o.name_key
    FROM organisation o
    WHERE o.id = adoption.organisation_id
      AND o.id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`)
  if (changes === 0) return
  rebuildFiguresIn(tx)
  // Where a software is used is searched too: by région, and near an organisation.
  const used = tx.all<{ id: number }>(sql`SELECT DISTINCT software_id AS id FROM adoption
    WHERE organisation_id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`)
  enqueueForSearch(
    tx,
    'software',
    used.map((row) => row.id),
  )
}
