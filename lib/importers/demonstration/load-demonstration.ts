import { sql } from 'drizzle-orm'
import { inTransaction } from '#db/transaction.ts'
import { type AdoptionInput, reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { recomputeEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { readDataset, readMeta, writeMeta } from '#lib/meta.ts'
import type { Progress } from '#lib/progress.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { sample, seededRandom } from './random.ts'

const SEED = 2003
/** The uses that openElec is given; the others follow from it. */
const MOST = 1_000
/** On record beside them, evaluating or stopped: they are counted apart. */
const BESIDE = 30
const LOADED = 'loaded:demonstration'

/**
 * Fills a demonstration database with simulated uses, in one go, the same on every machine: openElec by
 * 1,000 communes, the others fewer and fewer. Never runs on a database of real rows.
 */
export function loadDemonstration(context: Context, progress: Progress): void {
  const { db } = context
  if (readDataset(db) !== 'demo') throw new Error('simulated uses belong in a demo database only')
  if (readMeta(db, LOADED)) return
  const rows = simulate(context)
  progress.start('Utilisations simulées', rows.length)
  reportAdoptions(context, rows, progress)
  progress.stop()
  inTransaction(db, (tx) => writeMeta(tx, LOADED, String(SEED)))
  recomputeEvidence(context, progress)
  drainSearchOutbox(context)
  db.$client.exec('ANALYZE')
}

function simulate({ db }: Context): AdoptionInput[] {
  const random = seededRandom(SEED)
  const pools = new Map<string, number[]>()
  for (const { id, kind } of db.all<{ id: number; kind: string }>(
    sql`SELECT id, kind FROM organisation WHERE kind IN ('commune', 'epci', 'departement', 'region') ORDER BY key`,
  )) {
    pools.set(kind, [...(pools.get(kind) ?? []), id])
  }
  const entries = db.all<{ id: number; slug: string; audience: string }>(
    sql`SELECT id, slug, audience FROM software ORDER BY slug = 'openelec' DESC, slug`,
  )
  return entries.flatMap((entry, rank) => {
    const audience = JSON.parse(entry.audience) as string[]
    const kinds = ['commune', 'epci', 'departement', 'region'].filter(
      (kind) => audience.length === 0 || audience.includes(kind),
    )
    if (rank === 0) {
      return usersOf(kinds, MOST + BESIDE, pools, random).map((organisationId, index) =>
        simulatedUse(entry.id, organisationId, random, index < MOST),
      )
    }
    const count = Math.round((MOST * 0.8 * random()) / (1 + 4 * random()))
    return usersOf(kinds, count, pools, random).map((organisationId) =>
      simulatedUse(entry.id, organisationId, random, random() < 0.94),
    )
  })
}

/** Communes are many and take most; of the few départements and régions a third at the most. */
function usersOf(
  kinds: readonly string[],
  count: number,
  pools: ReadonlyMap<string, number[]>,
  random: () => number,
): number[] {
  if (kinds.length <= 1) return sample(pools.get(kinds[0] ?? 'commune') ?? [], count, random)
  const share: Record<string, number> = {
    commune: 0.8,
    epci: 0.15,
    departement: 0.04,
    region: 0.01,
  }
  return kinds.flatMap((kind) => {
    const pool = pools.get(kind) ?? []
    const wanted = Math.round(count * (share[kind] ?? 0))
    return sample(pool, Math.min(wanted, Math.ceil(pool.length / 3)), random)
  })
}

function simulatedUse(
  softwareId: number,
  organisationId: number,
  random: () => number,
  inUse: boolean,
): AdoptionInput {
  const trustDraw = random()
  const year = 2008 + Math.floor(random() * 18)
  return {
    softwareId,
    organisationId,
    state: simulatedState(inUse, random()),
    trust: trustDraw < 0.6 ? 'confirmed' : trustDraw < 0.9 ? 'reported' : 'to-reconfirm',
    since: String(year),
    version: '',
    perimeterUnit: '',
    perimeterMin: null,
    perimeterMax: null,
    operatorId: null,
    noteFr: 'Utilisation simulée pour la démonstration.',
    noteEn: 'Simulated use, for demonstration.',
    reportedOn: `${Math.max(year, 2020)}-0${1 + Math.floor(random() * 9)}-15`,
    source: null,
  }
}

function simulatedState(inUse: boolean, draw: number): AdoptionInput['state'] {
  if (inUse) return draw < 0.93 ? 'production' : 'pilot'
  return draw < 0.5 ? 'evaluating' : 'stopped'
}
