import { type Db, openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import type { Context } from '#lib/context.ts'

let template: Buffer | undefined

/** A context on a database of its own, migrated and empty, in memory: one a test, nearly free. */
export function makeTestContext(overrides: Partial<Context> = {}): Context {
  template ??= migrated()
  return {
    db: openDatabase(template),
    actor: { kind: 'operator', name: 'test' },
    now: new Date('2026-01-15T12:00:00Z'),
    ...overrides,
  }
}

function migrated(): Buffer {
  const db: Db = openDatabase(':memory:')
  applyMigrations(db)
  const buffer = db.$client.serialize()
  db.$client.close()
  return buffer
}
