import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as accounts from './schema/accounts.ts'
import * as adoptionLife from './schema/adoption-life.ts'
import * as adoptions from './schema/adoptions.ts'
import * as applications from './schema/applications.ts'
import * as evidence from './schema/evidence.ts'
import * as label from './schema/label.ts'
import * as mail from './schema/mail.ts'
import * as moderation from './schema/moderation.ts'
import * as organisations from './schema/organisations.ts'
import * as software from './schema/software.ts'
import * as system from './schema/system.ts'

const schema = {
  ...system,
  ...organisations,
  ...software,
  ...accounts,
  ...adoptions,
  ...adoptionLife,
  ...label,
  ...evidence,
  ...applications,
  ...moderation,
  ...mail,
}

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database }

/**
 * Opens a database file with the settings that the whole project counts on.
 * @param file a path, `:memory:`, or a serialised database.
 * @throws SqliteError `SQLITE_NOTADB` when the file is something else.
 */
export function openDatabase(file: string | Buffer): Db {
  const client = new Database(file)
  try {
    client.pragma('busy_timeout = 5000')
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = NORMAL')
    client.pragma('foreign_keys = ON')
    // Sized for 512 MB of memory in all: the page cache of the system does the rest.
    client.pragma('cache_size = -32768')
    client.pragma('temp_store = MEMORY')
    return drizzle({ client, schema, casing: 'snake_case' }) as Db
  } catch (error) {
    client.close()
    throw error
  }
}
