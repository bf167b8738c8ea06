import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { databaseFile } from '#lib/env.ts'
import { compareEvidence, recomputeEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { refreshEvidence } from '#lib/evidence/commands/refresh-evidence.ts'
import { computeEvidence } from '#lib/evidence/compute.ts'
import { REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import type { Progress } from '#lib/progress.ts'
import { type Timing, timingOf, turn } from './measure.ts'
import type { ScaleDatabase } from './scale.ts'

const CALLS = 100
const WARM_UP = 10

export interface EvidenceTimings {
  organisations: number
  criteria: number
  rows: number
  /** Seconds for all organisations, from nothing. */
  all: number
  /** Seconds for all when nothing has changed. */
  again: number
  /** Rows that differ from what the adoptions say: zero, or wrong. */
  differences: number
  one: Array<Timing & { name: string }>
}

/** Times the evidence of the label: that of all organisations, then of one, busy or not. */
export function timeEvidence(database: ScaleDatabase, progress: Progress): EvidenceTimings {
  const db = openDatabase(databaseFile(database.settings))
  try {
    const context: Context = { db, actor: { kind: 'system', name: 'bench' }, now: new Date() }
    inTransaction(db, (tx) => void tx.run(sql`DELETE FROM criterion_evidence`))
    const seconds = () => {
      const start = performance.now()
      const organisations = recomputeEvidence(context, progress)
      return { organisations, took: (performance.now() - start) / 1_000 }
    }
    const first = seconds()
    const second = seconds()
    const { differences } = compareEvidence(context, progress)
    const counts = db.get<{ criteria: number; rows: number }>(sql`SELECT
      (SELECT count(*) FROM criterion WHERE rule IS NOT NULL) AS criteria,
      (SELECT count(*) FROM criterion_evidence) AS rows`)
    return {
      ...counts,
      organisations: first.organisations,
      all: first.took,
      again: second.took,
      differences,
      one: timeOne(context),
    }
  } finally {
    db.$client.close()
  }
}

function timeOne(context: Context): EvidenceTimings['one'] {
  const { db, now } = context
  const ranked = adoptersOf(db)
  const middle = Math.floor(ranked.length / 2)
  const groups = [
    ['la plus chargée', ranked.slice(0, 1)],
    ['médianes', ranked.slice(middle, middle + CALLS)],
  ] as const
  return groups.flatMap(([who, ids]) => [
    {
      name: `refreshEvidence ${who}`,
      ...timed((i) => inTransaction(db, (tx) => refreshEvidence(tx, { now }, turn(ids, i)))),
    },
    {
      name: `computeEvidence ${who}`,
      ...timed((i) =>
        computeEvidence(context, { organisationId: turn(ids, i), grid: REFERENCE_GRID, at: now }),
      ),
    },
  ])
}

/** Organisations by how much they use, most first. */
const adoptersOf = (db: Db) =>
  db
    .all<{ id: number }>(
      sql`SELECT organisation_id AS id FROM organisation_figures ORDER BY total DESC, organisation_id`,
    )
    .map(({ id }) => id)

function timed(run: (index: number) => unknown): Timing {
  const durations: number[] = []
  for (let index = 0; index < WARM_UP + CALLS; index++) {
    const start = performance.now()
    run(index)
    if (index >= WARM_UP) durations.push(performance.now() - start)
  }
  return timingOf(durations)
}
