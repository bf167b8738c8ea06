import { and, eq, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { repository } from '#db/schema/forge.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { ForgeRefusal } from '../refusal.ts'
import { repositoryAddress } from '../rules/address.ts'
import { nextVisit } from '../rules/next-visit.ts'

export type RepositoryRow = typeof repository.$inferSelect

/** Always the same for one entry, and spread over all of them. */
export const spreadOf = (softwareId: number): number =>
  ((softwareId * 2_654_435_761) % 1_000) / 1_000

/**
 * Gives each entry whose repository is not followed yet, or has changed its address, a row that is due
 * now; takes away that of an entry that has none any more.
 */
export function followEntries(context: Context, listed: readonly string[]): void {
  inTransaction(context.db, (tx) => {
    const changed = tx
      .select({ id: software.id, address: software.repository, key: repository.addressKey })
      .from(software)
      .leftJoin(repository, eq(repository.softwareId, software.id))
      .where(
        and(
          ne(software.repository, ''),
          or(isNull(repository.softwareId), ne(repository.address, software.repository)),
        ),
      )
      .all()
    for (const row of changed) followIn(tx, context, row, listed)
    tx.delete(repository)
      .where(
        sql`${repository.softwareId} IN (SELECT id FROM ${software} WHERE ${software.repository} = '')`,
      )
      .run()
  })
}

function followIn(
  tx: Tx,
  { now }: Context,
  { id, address, key }: { id: number; address: string; key: string | null },
  listed: readonly string[],
): void {
  const at = now.toISOString()
  const fresh = { ...FRESH, softwareId: id, stateSince: at, nextAt: at }
  let row: typeof repository.$inferInsert
  try {
    const parsed = repositoryAddress(address, listed)
    // Another spelling of the one that is followed.
    if (parsed.key === key) return
    row = { ...fresh, address: parsed.clone, addressKey: parsed.key, host: parsed.host }
  } catch (error) {
    if (!(error instanceof ForgeRefusal)) throw error
    if (address === key) return
    const next = nextVisit({
      now,
      state: 'refused',
      failures: 1,
      lastCommitAt: '',
      spread: spreadOf(id),
    })
    row = {
      ...{ ...fresh, address, addressKey: address, host: '', state: 'refused' },
      ...{ fault: error.fault, failures: 1, nextAt: next.toISOString() },
    }
  }
  tx.insert(repository)
    .values(row)
    .onConflictDoUpdate({ target: repository.softwareId, set: row })
    .run()
}

const FRESH = {
  state: 'new',
  movedTo: '',
  branch: '',
  headCommit: '',
  lastCommitAt: '',
  refsDigest: '',
  apiEtag: '',
  licenceDetected: '',
  licenceDeclared: '',
  signs: {},
  visitedAt: '',
  readAt: '',
  failures: 0,
  fault: '',
} as const

/** The repositories to visit: those that are due, all, or that of one entry. */
export function repositoriesToVisit(
  { db, now }: Context,
  which: { all?: boolean; software?: string },
): Array<RepositoryRow & { slug: string }> {
  return db
    .select({ row: repository, slug: software.slug })
    .from(repository)
    .innerJoin(software, eq(software.id, repository.softwareId))
    .where(
      which.software !== undefined
        ? eq(software.slug, which.software)
        : which.all
          ? undefined
          : lte(repository.nextAt, now.toISOString()),
    )
    .orderBy(repository.nextAt, repository.softwareId)
    .all()
    .map(({ row, slug }) => ({ ...row, slug }))
}
