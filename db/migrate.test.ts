import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './client.ts'
import {
  applyMigrations,
  MigrationFailed,
  migrateDatabaseFile,
  migrationsFolder,
  pendingMigrations,
} from './migrate.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-migrate-'))
  file = path.join(folder, 'catalogue.db')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The project's migrations, followed by one of the test's own. */
function migrationsAndThen(sql: string): string {
  const copy = path.join(folder, `migrations-${readdirSync(folder).length}`)
  cpSync(migrationsFolder, copy, { recursive: true })
  const journal = path.join(copy, 'meta/_journal.json')
  const content = JSON.parse(readFileSync(journal, 'utf8'))
  const when = Math.max(...content.entries.map((entry: { when: number }) => entry.when)) + 1
  const idx = content.entries.length
  content.entries.push({ idx, version: '6', when, tag: 'next', breakpoints: true })
  writeFileSync(journal, JSON.stringify(content))
  writeFileSync(path.join(copy, 'next.sql'), sql)
  return copy
}

/** A migrated file with one row of the test's own. */
function aDatabaseInUse(): void {
  migrateDatabaseFile(file)
  change("INSERT INTO meta VALUES ('kept', 'yes')")
}

function change(sql: string): void {
  const db = openDatabase(file)
  db.$client.exec(sql)
  db.$client.close()
}

function metaOf(name: string): unknown {
  const db = openDatabase(file)
  const value = db.$client.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(name)
  db.$client.close()
  return value
}

const filesOfTheDatabase = () =>
  readdirSync(folder)
    .filter((name) => name.startsWith('catalogue.db'))
    .sort()

describe('migrating a database file', () => {
  it('makes it where there is none, with every table and no broken key', () => {
    expect(migrateDatabaseFile(file)).toBeGreaterThan(0)

    const db = openDatabase(file)
    expect(pendingMigrations(db)).toBe(0)
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.$client.prepare('SELECT count(*) FROM software').pluck().get()).toBe(0)
    db.$client.close()
  })

  it('applies nothing the second time and does not touch the file', () => {
    aDatabaseInUse()
    const before = readFileSync(file)

    expect(migrateDatabaseFile(file)).toBe(0)

    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('applies only what is new and keeps the rows', () => {
    aDatabaseInUse()
    const migrations = migrationsAndThen('CREATE TABLE novelty (id integer PRIMARY KEY);')

    expect(migrateDatabaseFile(file, migrations)).toBe(1)

    expect(metaOf('kept')).toBe('yes')
    const db = openDatabase(file)
    expect(db.$client.prepare('SELECT count(*) FROM novelty').pluck().get()).toBe(0)
    db.$client.close()
    expect(filesOfTheDatabase()).toEqual(['catalogue.db'])
  })

  it('keeps the child rows of a table that a migration rebuilds by dropping it', () => {
    migrateDatabaseFile(file)
    change(`
      INSERT INTO region VALUES ('93', 'Provence-Alpes-Côte d’Azur', 'metro', 0);
      INSERT INTO departement VALUES ('13', 'Bouches-du-Rhône', '93', 'metro');`)
    const migrations = migrationsAndThen(
      [
        'CREATE TABLE region_new (code text PRIMARY KEY, name text, zone text, position integer);',
        'INSERT INTO region_new SELECT * FROM region;',
        'DROP TABLE region;',
        'ALTER TABLE region_new RENAME TO region;',
      ].join('--> statement-breakpoint\n'),
    )

    migrateDatabaseFile(file, migrations)

    const db = openDatabase(file)
    expect(db.$client.prepare('SELECT code FROM departement').pluck().all()).toEqual(['13'])
    db.$client.close()
  })
})

describe('a migration that fails', () => {
  const broken = {
    'breaks off halfway':
      'CREATE TABLE novelty (id integer);--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
    'leaves a key that points at nothing':
      "INSERT INTO departement VALUES ('99', 'Nulle part', 'no-such-region', 'metro');",
  }

  it.each(Object.entries(broken))(
    'leaves the file byte for byte as it was when it %s',
    (_why, sql) => {
      aDatabaseInUse()
      const before = readFileSync(file)

      expect(() => migrateDatabaseFile(file, migrationsAndThen(sql))).toThrow(MigrationFailed)

      expect(readFileSync(file).equals(before)).toBe(true)
      expect(filesOfTheDatabase()).toEqual(['catalogue.db'])
      expect(metaOf('kept')).toBe('yes')
    },
  )

  it.each(Object.entries(broken))('leaves no file where there was none when it %s', (_why, sql) => {
    expect(() => migrateDatabaseFile(file, migrationsAndThen(sql))).toThrow(MigrationFailed)

    expect(filesOfTheDatabase()).toEqual([])
  })

  it('says why, with the cause', () => {
    const migrations = migrationsAndThen(broken['leaves a key that points at nothing'])

    expect(() => migrateDatabaseFile(file, migrations)).toThrow('1 foreign keys point at nothing')
  })

  it('leaves the keys of an open database enforced', () => {
    const db = openDatabase(':memory:')

    expect(() => applyMigrations(db, migrationsAndThen('SELECT nothing;'))).toThrow(MigrationFailed)

    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})

describe('what a killed migration left behind', () => {
  it('never finds its way into the next one', () => {
    aDatabaseInUse()
    leaveKilledCopy("UPDATE meta SET value = 'stale' WHERE key = 'kept'")
    change("INSERT INTO meta VALUES ('written-since', 'yes')")

    migrateDatabaseFile(file, migrationsAndThen('CREATE TABLE novelty (id integer PRIMARY KEY);'))

    expect(metaOf('kept')).toBe('yes')
    expect(metaOf('written-since')).toBe('yes')
    expect(filesOfTheDatabase()).toEqual(['catalogue.db'])
  })

  it('nor does the log of a database that someone deleted', () => {
    aDatabaseInUse()
    leaveKilledCopy("INSERT INTO meta VALUES ('stale', 'yes')")
    renameSync(`${file}.migrating-wal`, `${file}-wal`)
    rmSync(file)

    migrateDatabaseFile(file)

    expect(metaOf('stale')).toBeUndefined()
    expect(filesOfTheDatabase()).toEqual(['catalogue.db'])
  })

  /** The copy and its write-ahead log, as a process that dies in the middle of its work leaves them. */
  function leaveKilledCopy(sql: string): void {
    const copy = `${file}.migrating`
    const dying = path.join(folder, 'dying.db')
    copyFileSync(file, dying)
    const db = openDatabase(dying)
    db.$client.exec(sql)
    copyFileSync(`${dying}-wal`, `${copy}-wal`)
    db.$client.close()
    renameSync(dying, copy)
  }
})

describe('a file that is not a database', () => {
  it('is refused and left alone', () => {
    writeFileSync(file, 'Ceci n’est pas une base de données. '.repeat(100))
    const before = readFileSync(file)

    expect(() => migrateDatabaseFile(file)).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    )

    expect(readFileSync(file).equals(before)).toBe(true)
    expect(filesOfTheDatabase()).toEqual(['catalogue.db'])
  })
})
