import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { memoForMinutes } from '#lib/memo.ts'
import { stateSql } from './state-sql.ts'

/** Below so many organisations with a known use, a share says little, and the page says so. */
export const FEW_PEERS = 10

/** For how long figures about others are kept: a use more of one of them does not change them to the eye. */
const MINUTES = 10

interface Like {
  organisationKind: string
  sizeClass: string
}

export interface Peers {
  /** Organisations of the same kind and size class. */
  all: number
  /** Those of which something backs at least one criterion of the grid: what shares are shares of. */
  known: number
  /** By id of a criterion. */
  backedBy: ReadonlyMap<number, { backed: number; evidenced: number }>
}

/** What organisations of a kind and a size class have behind each criterion of a grid. */
export function peersOf({ db, now }: Pick<Context, 'db' | 'now'>, grid: string, like: Like): Peers {
  const day = parisDay(now)
  const { organisationKind: kind, sizeClass } = like
  return memoForMinutes(db, `peers ${grid} ${kind} ${sizeClass} ${day}`, MINUTES, () => {
    const rows = db.all<{ id: number; state: 'evidenced' | 'partial'; n: number }>(sql`
      SELECT e.criterion_id AS id, ${stateSql('e', day)} AS state, count(*) AS n
      FROM criterion c CROSS JOIN criterion_evidence e INDEXED BY criterion_evidence_peers
        ON e.criterion_id = c.id AND e.organisation_kind = ${kind} AND e.size_class = ${sizeClass}
      WHERE c.grid = ${grid} GROUP BY 1, 2`)
    const backedBy = new Map<number, { backed: number; evidenced: number }>()
    for (const { id, state, n } of rows) {
      const known = backedBy.get(id) ?? { backed: 0, evidenced: 0 }
      known.backed += n
      if (state === 'evidenced') known.evidenced += n
      backedBy.set(id, known)
    }
    return { ...countOf(db, grid, kind, sizeClass), backedBy }
  })
}

function countOf(db: Db, grid: string, kind: string, sizeClass: string) {
  return db.get<{ all: number; known: number }>(sql`
    SELECT count(*) AS "all", coalesce(sum(EXISTS (
      SELECT 1 FROM criterion_evidence e JOIN criterion c ON c.id = e.criterion_id
      WHERE e.organisation_id = o.id AND c.grid = ${grid})), 0) AS known
    FROM organisation o WHERE o.kind = ${kind} AND o.size_class = ${sizeClass}`)
}

/** How many organisations of a kind in a département have something behind each criterion of a grid. */
export function backedNear(
  { db }: Pick<Context, 'db'>,
  grid: string,
  { organisationKind, departement }: { organisationKind: string; departement: string },
): Map<number, number> {
  if (departement === '') return new Map()
  const rows = db.all<{ id: number; n: number }>(sql`
    SELECT e.criterion_id AS id, count(*) AS n
    FROM criterion c CROSS JOIN criterion_evidence e INDEXED BY criterion_evidence_place
      ON e.criterion_id = c.id AND e.departement = ${departement}
        AND e.organisation_kind = ${organisationKind}
    WHERE c.grid = ${grid} GROUP BY 1`)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
