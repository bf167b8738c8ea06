import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Db, openDatabase } from './client.ts'
import { applyMigrations } from './migrate.ts'
import { meta } from './schema/system.ts'
import { inTransaction } from './transaction.ts'

function aDatabase(): Db {
  const db = openDatabase(':memory:')
  applyMigrations(db)
  return db
}

const names = (db: Db) =>
  db
    .select({ key: meta.key })
    .from(meta)
    .all()
    .map(({ key }) => key)

const row = (key: string) => ({ key, value: 'x' })

describe('a transaction', () => {
  it('keeps all of it and gives back what the work returns', () => {
    const db = aDatabase()

    const answer = inTransaction(db, (tx) => {
      tx.insert(meta).values(row('first')).run()
      tx.insert(meta).values(row('second')).run()
      return 'done'
    })

    expect(answer).toBe('done')
    expect(names(db)).toEqual(['first', 'second'])
  })

  it('keeps none of it when the work throws, and passes the failure on', () => {
    const db = aDatabase()

    expect(() =>
      inTransaction(db, (tx) => {
        tx.insert(meta).values(row('first')).run()
        throw new Error('refused')
      }),
    ).toThrow('refused')

    expect(names(db)).toEqual([])
    expect(db.$client.inTransaction).toBe(false)
  })

  it('takes the write lock before its first write, so that no writer fails halfway', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-transaction-'))
    const [first, second] = [1, 2].map(() => openDatabase(path.join(folder, 'catalogue.db')))
    second?.$client.pragma('busy_timeout = 0')
    try {
      inTransaction(first as Db, () => {
        expect(() => inTransaction(second as Db, () => 'written')).toThrow(
          expect.objectContaining({ code: 'SQLITE_BUSY' }),
        )
      })
      expect(inTransaction(second as Db, () => 'written')).toBe('written')
    } finally {
      for (const db of [first, second]) db?.$client.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('refuses work that would wait for something', () => {
    const db = aDatabase()
    const waiting = async () => {
      db.insert(meta).values(row('late')).run()
    }

    // @ts-expect-error the type refuses it as well
    expect(() => inTransaction(db, waiting)).toThrow('promise')

    expect(names(db)).toEqual([])
  })
})

describe('a transaction inside another', () => {
  it('undoes its own part alone when its failure is caught', () => {
    const db = aDatabase()

    inTransaction(db, (outer) => {
      outer.insert(meta).values(row('outer')).run()
      expect(() =>
        inTransaction(outer, (inner) => {
          inner.insert(meta).values(row('inner')).run()
          throw new Error('only this part')
        }),
      ).toThrow('only this part')
      outer.insert(meta).values(row('after')).run()
    })

    expect(names(db)).toEqual(['after', 'outer'])
  })

  it('goes with the outer one when that fails', () => {
    const db = aDatabase()

    expect(() =>
      inTransaction(db, (outer) => {
        inTransaction(outer, (inner) => {
          inner.insert(meta).values(row('inner')).run()
        })
        throw new Error('all of it')
      }),
    ).toThrow('all of it')

    expect(names(db)).toEqual([])
  })
})
