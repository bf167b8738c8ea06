import { randomUUID } from 'node:crypto'
import { type EnqueuedTaskPromise, type Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { Db } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import { readMeta, writeMeta } from '#lib/meta.ts'
import { SEARCH_KINDS, type SearchKind } from '../engine.ts'
import type { MeiliAccess } from '../meili-access.ts'
import { type Generation, indexName, writerOf } from './meili-connection.ts'
import { OLDEST_SERVER } from './meili-settings.ts'

/** The server answers, but not as we need it to: a person has to do something. */
export class MeiliUnusable extends Error {
  override name = 'MeiliUnusable'
}

/**
 * Waits for a task of the server. The client hands a failed task back like any other: here it throws.
 * @throws MeiliUnusable
 */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error, type } = await task.waitTask()
  if (status !== 'succeeded') {
    throw new MeiliUnusable(`task ${type} ${status}: ${error?.message ?? 'no reason given'}`)
  }
}

/** What the server says it holds: kept in an index of its own, swapped in together with the rest. */
export interface IndexState {
  id: 'state'
  /** The version of settings and documents (meiliVersion). */
  version: string
  /** The database that the documents come from. */
  catalogue: string
}

/** Names this database among those that might use the same server and prefix; made at first use. */
export function catalogueId(db: Db): string {
  const known = readMeta(db, 'catalogue-id')
  if (known !== undefined) return known
  const made = randomUUID()
  inTransaction(db, (tx) => writeMeta(tx, 'catalogue-id', made))
  return made
}

/** @throws MeiliUnusable when the server is of a version whose answers we do not know. */
export async function assertKnownVersion(writer: Meilisearch): Promise<string> {
  const { pkgVersion } = await writer.getVersion()
  const [major = 0, minor = 0] = pkgVersion.split('.').map(Number)
  if (major !== OLDEST_SERVER[0] || minor < OLDEST_SERVER[1]) {
    throw new MeiliUnusable(
      `Meilisearch ${pkgVersion} is not supported: 1.${OLDEST_SERVER[1]} or a later 1.x is needed`,
    )
  }
  return pkgVersion
}

/** What the live index says of itself; undefined where there is none, or it was wiped. */
export async function readState(
  writer: Meilisearch,
  access: MeiliAccess,
): Promise<IndexState | undefined> {
  try {
    return await writer
      .index<IndexState>(indexName(access, 'state'))
      .getDocument<IndexState>('state')
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

export const isNotFound = (error: unknown) =>
  error instanceof MeilisearchApiError &&
  (error.cause?.code === 'index_not_found' || error.cause?.code === 'document_not_found')

/** How many documents each index holds; 0 where there is none. */
export async function countDocuments(
  access: MeiliAccess,
  generation: Generation = 'live',
): Promise<Record<SearchKind, number>> {
  const { indexes } = await writerOf(access).getStats()
  return Object.fromEntries(
    SEARCH_KINDS.map((kind) => [
      kind,
      indexes[indexName(access, kind, generation)]?.numberOfDocuments ?? 0,
    ]),
  ) as Record<SearchKind, number>
}
