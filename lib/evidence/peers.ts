import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { memoByVersion, memoForMinutes } from '#lib/memo.ts'
import { stateSql } from './state-sql.ts'

/** Below so many organisations with a known use, a share says little, and the page says so. */
export const FEW_PEERS = 10

/**
 * Beyond so many, figures are kept for some minutes: they may take a tenth of a second to count, and
 * one organisation more does not change them to the eye. Of fewer, each one shows.
 */
const MANY_PEERS = 200
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
  const key = `peers ${grid} ${like.organisationKind} ${like.sizeClass} ${day}`
  const all = sizesOf(db).get(`${like.organisationKind} ${like.sizeClass}`) ?? 0
  const make = () => ({
    all,
    known: countKnown(db, grid, like),
    backedBy: countBacked(db, grid, like, day),
  })
  return all > MANY_PEERS ? memoForMinutes(db, key, MINUTES, make) : make()
}

/**
 * The same without the organisation itself, which is no peer of its own.
 * @param own ids of the criteria that it has something behind.
 */
export function withoutOneself(peers: Peers, own: ReadonlySet<number>): Peers {
  const lessOne = (n: number, one: boolean) => Math.max(0, n - (one ? 1 : 0))
  return {
    all: lessOne(peers.all, true),
    known: lessOne(peers.known, own.size > 0),
    backedBy: new Map(
      [...peers.backedBy].map(([id, { backed, evidenced }]) => {
        const others = lessOne(backed, own.has(id))
        return [id, { backed: others, evidenced: Math.min(evidenced, others) }]
      }),
    ),
  }
}

function sizesOf(db: Db): ReadonlyMap<string, number> {
  return memoByVersion(db, 'organisations-by-size', () => {
    const rows = db.all<{ likeness: string; n: number }>(sql`
      SELECT kind || ' ' || size_class AS likeness, count(*) AS n FROM organisation GROUP BY 1`)
    return new Map(rows.map(({ likeness, n }) => [likeness, n]))
  })
}

function countBacked(
  db: Db,
  grid: string,
  { organisationKind, sizeClass }: Like,
  day: string,
): Peers['backedBy'] {
  const rows = db.all<{ id: number; state: 'evidenced' | 'partial'; n: number }>(sql`
    SELECT e.criterion_id AS id, ${stateSql('e', day)} AS state, count(*) AS n
    FROM criterion c CROSS JOIN criterion_evidence e INDEXED BY criterion_evidence_peers
      ON e.criterion_id = c.id AND e.organisation_kind = ${organisationKind}
        AND e.size_class = ${sizeClass}
    WHERE c.grid = ${grid} GROUP BY 1, 2`)
  const backedBy = new Map<number, { backed: number; evidenced: number }>()
  for (const { id, state, n } of rows) {
    const known = backedBy.get(id) ?? { backed: 0, evidenced: 0 }
    known.backed += n
    if (state === 'evidenced') known.evidenced += n
    backedBy.set(id, known)
  }
  return backedBy
}

function countKnown(db: Db, grid: string, { organisationKind, sizeClass }: Like): number {
  return db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM organisation o
    WHERE o.kind = ${organisationKind} AND o.size_class = ${sizeClass} AND EXISTS (
      SELECT 1 FROM criterion_evidence e JOIN criterion c ON c.id = e.criterion_id
      WHERE e.organisation_id = o.id AND c.grid = ${grid})`).n
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
