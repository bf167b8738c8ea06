import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import { writeMeta } from '#lib/meta.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { drainSearchOutbox } from './commands.ts'
import { SEARCH_KINDS, type SearchKind } from './engine.ts'
import { noteError, type SearchGate } from './gate.ts'
import { writerOf } from './internal/meili-connection.ts'
import { drainToMeili } from './internal/meili-drain.ts'
import {
  assertKnownVersion,
  catalogueId,
  countDocuments,
  readState,
} from './internal/meili-index.ts'
import { RebuildRunning, rebuildMeili, recoverFromDeadRebuild } from './internal/meili-rebuild.ts'
import { meiliVersion } from './internal/meili-settings.ts'
import { cursorOf, forgetCursor, lagOf, TABLES } from './internal/outbox.ts'
import type { MeiliAccess } from './meili-access.ts'
import { LAST_ERROR } from './status.ts'

/** Milliseconds between two looks at the outbox. */
const PACE = 200
/** Milliseconds between two looks at an index that nothing is written to. */
const INSPECTION = 5_000
/** Milliseconds to wait after a failure: at first, and at most. */
const FIRST_RETRY = 250
const LAST_RETRY = 3_000
/** Rows a transaction of the embedded index, while a server answers in the same process. */
const GENTLE_BATCH = 200

export interface RunningIndexer {
  /** Ends after the batch in hand. */
  stop(): Promise<void>
}

/**
 * Keeps the indexes up to date while the server runs: drains the outbox to the embedded index and, where
 * there is one, to Meilisearch, whose index it builds, looks after, and rebuilds when it is gone.
 * @param access null where no Meilisearch is set: its cursor is dropped, so that one set later is built anew.
 */
export function startIndexer(options: {
  db: Db
  access: MeiliAccess | null
  gate: SearchGate
  log(sentence: string): void
}): RunningIndexer {
  const { db, access, gate, log } = options
  const stopping = new AbortController()
  const { signal } = stopping
  if (!access) forgetCursor(db, 'meilisearch')
  const pause = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)

  async function run(): Promise<void> {
    let failures = 0
    let inspected = Number.NEGATIVE_INFINITY
    let said = ''
    while (!signal.aborted) {
      try {
        drainSearchOutbox({ db }, silentProgress, GENTLE_BATCH)
        if (access) {
          const due = performance.now() - inspected > INSPECTION
          if (due || gate.doubt || !gate.ready || lagOf(db, 'meilisearch') > 0) {
            gate.doubt = false
            await bringUpToDate(db, access, gate, log)
            inspected = performance.now()
          }
        }
        if (failures > 0) log('search: the index is up to date again')
        failures = 0
        said = ''
      } catch (error) {
        noteError(gate, error)
        const what = gate.lastError?.message ?? ''
        // The same failure at every retry is said once.
        if (what !== said) {
          log(`search: the index could not be brought up to date (${what})`)
          inTransaction(db, (tx) => writeMeta(tx, LAST_ERROR, JSON.stringify(gate.lastError)))
        }
        said = what
        failures++
      }
      await pause(failures === 0 ? PACE : Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY))
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/**
 * One look at the index, and whatever it needs: a rebuild where it is gone, of another version, of
 * another database or not whole, else what waits in the outbox.
 */
export async function bringUpToDate(
  db: Db,
  access: MeiliAccess,
  gate: SearchGate,
  log: (sentence: string) => void,
): Promise<void> {
  try {
    gate.version = await assertKnownVersion(writerOf(access))
    recoverFromDeadRebuild(db)
    const why = await reasonToRebuild(db, access)
    if (why) {
      log(`search: building the Meilisearch index (${why})`)
      if (why !== 'incomplete') gate.ready = false
      await rebuildMeili(db, access)
    }
    await drainToMeili(db, access)
    gate.documents = await countDocuments(access)
    gate.ready = true
  } catch (error) {
    // Another process is at it: what stands goes on answering.
    if (error instanceof RebuildRunning) return
    throw error
  }
}

type Reason = 'never built' | 'gone' | 'of another version' | 'of another database' | 'incomplete'

async function reasonToRebuild(db: Db, access: MeiliAccess): Promise<Reason | undefined> {
  const state = await readState(writerOf(access), access)
  if (!state) return 'gone'
  if (state.catalogue !== catalogueId(db)) return 'of another database'
  if (state.version !== meiliVersion(db)) return 'of another version'
  if (cursorOf(db, 'meilisearch') === undefined) return 'never built'
  // Only a drained index can be compared, before the count and after it.
  const isBehind = () => lagOf(db, 'meilisearch') > 0
  if (isBehind()) return undefined
  const present = await countDocuments(access)
  if (isBehind()) return undefined
  const expected = expectedDocuments(db)
  return SEARCH_KINDS.some((kind) => present[kind] !== expected[kind]) ? 'incomplete' : undefined
}

/** How many documents a complete index holds. */
export function expectedDocuments(db: Db): Record<SearchKind, number> {
  return Object.fromEntries(
    SEARCH_KINDS.map((kind) => [
      kind,
      db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.raw(TABLES[kind])}`).n,
    ]),
  ) as Record<SearchKind, number>
}

/**
 * Builds the index anew beside the live one and swaps it in, for a person who asks for it.
 * @throws RebuildRunning
 */
export async function rebuildSearch(
  db: Db,
  access: MeiliAccess,
  progress: Progress,
): Promise<void> {
  recoverFromDeadRebuild(db)
  await rebuildMeili(db, access, progress)
  await drainToMeili(db, access)
}
