import 'server-only'
import { type Db, openDatabase } from '#db/client.ts'
import { databaseFile, readSettings } from '#lib/env.ts'

const holder = globalThis as { mutualibreDatabase?: Db }

/**
 * The database of this process, opened once: development reloads modules, but not `globalThis`.
 * It is migrated and filled before the server starts, never from here.
 */
export function currentDatabase(): Db {
  holder.mutualibreDatabase ??= openDatabase(databaseFile(readSettings()))
  return holder.mutualibreDatabase
}
