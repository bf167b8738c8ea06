import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type Db, openDatabase } from '#db/client.ts'
import { migrateDatabaseFile } from '#db/migrate.ts'
import { databaseFile, type Settings } from '#lib/env.ts'
import { CannotGoOn } from './fail.ts'

/**
 * Makes the data folder where it is missing and proves it writable by writing.
 * @throws CannotGoOn
 */
export function prepareDataFolder(folder: string): void {
  const probe = path.join(folder, `.write-test-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CannotGoOn(
      `Le dossier de données ${folder} n’est pas accessible en écriture (${code}) : changez ses droits, ou indiquez-en un autre par MUTUALIBRE_DATA.`,
    )
  }
}

/**
 * Opens the database of the settings, made or migrated as needed.
 * @throws CannotGoOn when the file is not a database of SQLite; MigrationFailed.
 */
export function openPreparedDatabase(settings: Settings): Db {
  prepareDataFolder(settings.dataFolder)
  const file = databaseFile(settings)
  const notOurs = new CannotGoOn(
    `Le fichier ${file} n’est pas une base SQLite : déplacez-le ou remettez-y une sauvegarde, puis relancez.`,
  )
  if (existsSync(file) && !looksLikeSqlite(file)) throw notOurs
  try {
    migrateDatabaseFile(file)
    return openDatabase(file)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') throw notOurs
    throw error
  }
}

/** The sixteen bytes that every SQLite 3 file starts with (https://www.sqlite.org/fileformat.html, 1.3). */
function looksLikeSqlite(file: string): boolean {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    const read = readSync(handle, head, 0, 16, 0)
    return read === 0 || head.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(handle)
  }
}
