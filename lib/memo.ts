import type { Db } from '#db/client.ts'
import { catalogueVersion } from '#lib/meta.ts'

const kept = new WeakMap<Db, Map<string, { version: number; value: unknown }>>()

/**
 * Keeps a value that is read from the whole catalogue until the catalogue changes. For what is small
 * and shown on many pages; never for what depends on the visitor.
 */
export function memoByVersion<T>(db: Db, key: string, make: () => T): T {
  const version = catalogueVersion(db)
  const values = kept.get(db) ?? new Map()
  kept.set(db, values)
  const known = values.get(key)
  if (known?.version === version) return known.value as T
  const value = make()
  values.set(key, { version, value })
  return value
}

const aged = new WeakMap<Db, Map<string, { until: number; value: unknown }>>()

/**
 * Keeps a value for some minutes, whatever changes meanwhile: for figures about many organisations, that
 * cost much to count and that one row more does not change to a reader's eye.
 */
export function memoForMinutes<T>(db: Db, key: string, minutes: number, make: () => T): T {
  const values = aged.get(db) ?? new Map()
  aged.set(db, values)
  const known = values.get(key)
  if (known && known.until > performance.now()) return known.value as T
  const value = make()
  values.set(key, { until: performance.now() + minutes * 60_000, value })
  return value
}
