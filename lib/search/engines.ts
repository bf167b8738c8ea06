import type { Db } from '#db/client.ts'
import type { SearchEngine, SearchQuestion } from './engine.ts'
import type { SearchGate } from './gate.ts'
import { fts5Engine } from './internal/fts5-engine.ts'
import { readerOf } from './internal/meili-connection.ts'
import { meiliEngine, requestOf } from './internal/meili-engine.ts'
import { resilientEngine } from './internal/resilient-engine.ts'
import type { MeiliAccess } from './meili-access.ts'

/** The engine that answers visitors: Meilisearch backed by the embedded one, or the embedded one alone. */
export function makeSearchEngine(options: {
  db: Db
  access: MeiliAccess | null
  gate: SearchGate
  log(sentence: string): void
}): SearchEngine {
  const { db, access, gate, log } = options
  const embedded = fts5Engine(db)
  return access
    ? resilientEngine({ first: meiliEngine(access, db), second: embedded, gate, log })
    : embedded
}

/** Each engine by itself, with nothing behind it: for measuring them. */
export const fts5Alone = (db: Db): SearchEngine => fts5Engine(db)
export const meilisearchAlone = (access: MeiliAccess, db: Db): SearchEngine =>
  meiliEngine(access, db)

/** The same question put to the server itself, without anything of ours around it. */
export async function askMeilisearchRaw(
  access: MeiliAccess,
  question: SearchQuestion,
): Promise<unknown> {
  return (await readerOf(access)).multiSearch(requestOf(access, question))
}
