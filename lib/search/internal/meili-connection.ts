import { type Key, Meilisearch } from 'meilisearch'
import type { SearchKind } from '../engine.ts'
import type { MeiliAccess } from '../meili-access.ts'

/** Milliseconds after which a request that writes or asks how the server is gives up. */
const PATIENCE = 10_000

/** Tasks of the server that are waited for: building an index of 36,000 documents takes a while. */
const TASK_LIMIT = 300_000

/** The indexes of a catalogue: the live ones, and those that are being built aside. */
export type Generation = 'live' | 'next'

export const indexName = (
  { prefix }: Pick<MeiliAccess, 'prefix'>,
  index: SearchKind | 'state',
  generation: Generation = 'live',
) => `${prefix}_${index}${generation === 'next' ? '_next' : ''}`

/** A client that may write. */
export function writerOf({ url, key }: MeiliAccess): Meilisearch {
  return new Meilisearch({
    host: url,
    timeout: PATIENCE,
    defaultWaitOptions: { timeout: TASK_LIMIT, interval: 25 },
    ...(key === '' ? {} : { apiKey: key }),
  })
}

const READERS = new Map<string, Promise<Meilisearch>>()

/**
 * A client that may only search, and only in our indexes. Asked for once; asked for again after a
 * failure.
 */
export function readerOf(access: MeiliAccess): Promise<Meilisearch> {
  const id = JSON.stringify(access)
  const known = READERS.get(id)
  if (known) return known
  const reader = searchKeyOf(access).then(
    (apiKey) =>
      new Meilisearch({
        host: access.url,
        // A compressed answer comes in several writes, which Nagle's algorithm and a delayed acknowledgement
        // hold up by 40 ms between them (measured); a plain one comes in one.
        requestInit: { headers: { 'Accept-Encoding': 'identity' } },
        ...(apiKey === '' ? {} : { apiKey }),
      }),
  )
  READERS.set(id, reader)
  reader.catch(() => READERS.delete(id))
  return reader
}

/** A server that lost its keys gives others: the one at hand is asked for anew. */
export function forgetReader(access: MeiliAccess): void {
  READERS.delete(JSON.stringify(access))
}

async function searchKeyOf(access: MeiliAccess): Promise<string> {
  if (access.searchKey !== '' || access.key === '') return access.searchKey
  const writer = writerOf(access)
  const indexes = [`${access.prefix}_*`]
  const { results } = await writer.getKeys({ limit: 1_000 })
  const isOurs = ({ actions, indexes: allowed }: Key) =>
    actions.length === 1 && actions[0] === 'search' && allowed.join() === indexes.join()
  const known = results.find(isOurs)
  if (known) return known.key
  const made = await writer.createKey({
    name: `Mutualibre, search (${access.prefix})`,
    description: 'Only searches the indexes of the catalogue; never sent to a browser',
    actions: ['search'],
    indexes,
    expiresAt: null,
  })
  return made.key
}
