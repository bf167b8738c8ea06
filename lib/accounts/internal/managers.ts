import { and, eq } from 'drizzle-orm'
import { membership } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import { Conflict, NotFound } from '#lib/errors.ts'

/** The organisation of a key. @throws NotFound */
export function organisationOfKey(
  tx: Pick<Tx, 'select'>,
  key: string,
): { id: number; key: string; name: string } {
  const row = tx
    .select({ id: organisation.id, key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (row) return row
  throw new NotFound(
    'Cet organisme n’est pas au catalogue.',
    'This organisation is not in the catalogue.',
  )
}

/** The membership of someone. @throws NotFound when they are no member any more. */
export function membershipOf(tx: Tx, userId: string, organisationId: number) {
  const row = tx
    .select()
    .from(membership)
    .where(and(eq(membership.userId, userId), eq(membership.organisationId, organisationId)))
    .get()
  if (row) return row
  throw new NotFound(
    'Cette personne n’est plus membre de l’organisme : rechargez la page.',
    'This person is not a member of the organisation any more: reload the page.',
  )
}

/**
 * Refuses what would leave members without anyone who can invite or remove.
 * @throws Conflict when someone is the only manager, and not the only member.
 */
export function assertAnotherManager(tx: Tx, userId: string, organisationId: number): void {
  const all = tx
    .select({ userId: membership.userId, role: membership.role })
    .from(membership)
    .where(eq(membership.organisationId, organisationId))
    .all()
  const managers = all.filter(({ role }) => role === 'manager')
  const isLast = managers.length === 1 && managers[0]?.userId === userId
  if (!isLast || all.length === 1) return
  throw new Conflict(
    'C’est le dernier gestionnaire de l’organisme : donnez d’abord ce rôle à un autre membre.',
    'This is the last manager of the organisation: give that role to another member first.',
  )
}
