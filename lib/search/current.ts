import 'server-only'
import type { Db } from '#db/client.ts'
import { readSettings } from '#lib/env.ts'
import type { SearchEngine } from './engine.ts'
import { makeSearchEngine } from './engines.ts'
import { searchGate } from './gate.ts'

const holder = globalThis as { mutualibreEngine?: { db: Db; engine: SearchEngine } }

/** The engine of this process, made once: its circuit breaker remembers from one request to the next. */
export function currentSearchEngine(db: Db): SearchEngine {
  if (holder.mutualibreEngine?.db !== db) {
    const { meili } = readSettings()
    const log = (sentence: string) => void process.stderr.write(`${sentence}\n`)
    const engine = makeSearchEngine({ db, access: meili, gate: searchGate(), log })
    holder.mutualibreEngine = { db, engine }
  }
  return holder.mutualibreEngine.engine
}

/** What the health of this process's search is read from. */
export const currentSearchSetup = () => ({ access: readSettings().meili, gate: searchGate() })
