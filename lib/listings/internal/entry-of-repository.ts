import { eq, like } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { repository } from '#db/schema/forge.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { type RepositoryAddress, repositoryAddress } from '#lib/forge/rules/address.ts'

export interface KnownEntry {
  id: number
  slug: string
  name: string
}

/**
 * The entry whose repository is at an address, in whatever spelling each was written. Entries that no
 * harvest has visited yet have only the address of their file: those of the same host are looked through.
 */
export function entryOfRepository(
  db: Db | Tx,
  { key, host }: Pick<RepositoryAddress, 'key' | 'host'>,
  hosts: readonly string[],
): KnownEntry | undefined {
  const columns = { id: software.id, slug: software.slug, name: software.name }
  const visited = db
    .select(columns)
    .from(repository)
    .innerJoin(software, eq(software.id, repository.softwareId))
    .where(eq(repository.addressKey, key))
    .get()
  if (visited) return visited
  return db
    .select({ ...columns, repository: software.repository })
    .from(software)
    .where(like(software.repository, `%${host.replace(/[%_]/g, '')}%`))
    .all()
    .find((row) => repositoryKey(row.repository, hosts) === key)
}

/** The identity of a repository; undefined for what is none. */
export function repositoryKey(text: string, hosts: readonly string[]): string | undefined {
  try {
    return repositoryAddress(text, hosts).key
  } catch {
    return undefined
  }
}
