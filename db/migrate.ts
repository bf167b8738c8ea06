import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { z } from 'zod'
import { type Db, openDatabase } from './client.ts'

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) })

export const migrationsFolder = path.join(import.meta.dirname, 'migrations')

export class MigrationFailed extends Error {
  override name = 'MigrationFailed'
}

/**
 * Brings a database file to the schema of the code, making it where there is none. The work is done on
 * a copy that then takes the file's place: whatever goes wrong, a kill included, the file is left as it
 * was.
 * @returns the number of migrations applied.
 * @throws MigrationFailed with the cause; SqliteError `SQLITE_NOTADB` when the file is something else.
 */
export function migrateDatabaseFile(file: string, folder = migrationsFolder): number {
  const existed = existsSync(file)
  if (existed && pendingInFile(file, folder) === 0) return 0
  const copy = `${file}.migrating`
  // Logs without their database may lie about; SQLite would read them into the new file.
  removeDatabaseFile(copy)
  if (!existed) removeDatabaseFile(file)
  try {
    if (existed) copyFileSync(file, copy)
    const pending = migrateInPlace(copy, folder)
    renameSync(copy, file)
    return pending
  } catch (error) {
    removeDatabaseFile(copy)
    throw error
  }
}

/** Also writes the log back into the file, so that the file alone is the whole database. */
function pendingInFile(file: string, folder: string): number {
  const db = openDatabase(file)
  try {
    const pending = pendingMigrations(db, folder)
    if (pending > 0) db.$client.pragma('wal_checkpoint(TRUNCATE)')
    return pending
  } finally {
    db.$client.close()
  }
}

function migrateInPlace(file: string, folder: string): number {
  const db = openDatabase(file)
  try {
    const pending = pendingMigrations(db, folder)
    applyMigrations(db, folder)
    db.$client.pragma('wal_checkpoint(TRUNCATE)')
    return pending
  } finally {
    db.$client.close()
  }
}

function removeDatabaseFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

/**
 * Applies what is missing to an open database.
 * Foreign keys are off meanwhile: drizzle rebuilds tables by dropping them, and with cascading keys on
 * this would silently delete every child row. All keys are checked before they go on again.
 * @throws MigrationFailed
 */
export function applyMigrations(db: Db, folder = migrationsFolder): void {
  db.$client.pragma('foreign_keys = OFF')
  try {
    migrate(db, { migrationsFolder: folder })
    const broken = db.$client.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} foreign keys point at nothing`)
  } catch (error) {
    throw new MigrationFailed(error instanceof Error ? error.message : String(error), {
      cause: error,
    })
  } finally {
    db.$client.pragma('foreign_keys = ON')
  }
}

/** The number of migrations of the folder that a database has not had yet. */
export function pendingMigrations(db: Db, folder = migrationsFolder): number {
  const file = path.join(folder, 'meta', '_journal.json')
  const { entries } = journal.parse(JSON.parse(readFileSync(file, 'utf8')))
  const known = db.$client
    .prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
    .get()
  if (!known) return entries.length
  const last = db.$client
    .prepare('SELECT max(created_at) FROM __drizzle_migrations')
    .pluck()
    .get() as number | null
  return entries.filter((entry) => entry.when > (last ?? 0)).length
}
