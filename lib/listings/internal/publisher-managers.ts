import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { membership } from '#db/schema/accounts.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import { publisher, software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { groupOf } from '../rules/token.ts'
import { repositoryKey } from './entry-of-repository.ts'

/** Ids of the users who manage a publisher: its own managers, and those of the organisation that it is. */
export function managersOf(tx: Db | Tx, publisherId: number): string[] {
  const own = tx
    .select({ id: publisherMember.userId })
    .from(publisherMember)
    .where(and(eq(publisherMember.publisherId, publisherId), eq(publisherMember.role, 'manager')))
    .all()
  const ofOrganisation = tx
    .select({ id: membership.userId })
    .from(publisher)
    .innerJoin(membership, eq(membership.organisationId, publisher.organisationId))
    .where(and(eq(publisher.id, publisherId), eq(membership.role, 'manager')))
    .all()
  return [...new Set([...own, ...ofOrganisation].map(({ id }) => id))]
}

/**
 * Whether control of the repository of one entry speaks for all that its publisher has: each of its other
 * entries has a repository, in the same group of the same forge. Else whoever holds one, a plugin that
 * they listed under somebody's name say, could change the entries of them all.
 */
export function isWholeOf(
  tx: Tx,
  entry: { id: number; publisher: { id: number } },
  key: string,
  hosts: readonly string[],
): boolean {
  return tx
    .select({ id: software.id, repository: software.repository })
    .from(software)
    .where(eq(software.publisherId, entry.publisher.id))
    .all()
    .every(({ id, repository }) => {
      if (id === entry.id) return true
      const other = repositoryKey(repository, hosts)
      return other !== undefined && groupOf(other) === groupOf(key)
    })
}
