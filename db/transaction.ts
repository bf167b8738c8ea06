import type { Db } from './client.ts'

export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/**
 * The only way to open a transaction. It takes the write lock at once, so that two writers wait for
 * each other instead of failing halfway; inside another transaction it becomes a savepoint.
 * The callback cannot be async: no network call can hide in a transaction.
 */
export function inTransaction<T>(
  db: Db | Tx,
  run: (tx: Tx) => T extends PromiseLike<unknown> ? never : T,
): T {
  return db.transaction(run as (tx: Tx) => T, { behavior: 'immediate' })
}
