import { and, eq } from 'drizzle-orm'
import { providerMember } from '#db/schema/providers.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { MemberRole } from '#lib/accounts/rules/rights.ts'
import { memberRole } from '#lib/accounts/schema.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { auditProvider } from '../internal/audit.ts'
import { memberOf } from '../internal/member-of.ts'
import { providerOfSlug } from '../internal/provider-of.ts'

/** Puts someone out of a provider. @throws NotFound, Forbidden, Conflict on its last manager */
export function removeFromProvider(
  context: Context,
  slug: string,
  input: { userId: string },
): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertMay(context.actor, 'provider.manage-members', { provider: row.id })
    const before = presentMember(tx, input.userId, row.id)
    assertAnotherManager(tx, before, row)
    tx.delete(providerMember)
      .where(and(eq(providerMember.userId, before.userId), eq(providerMember.providerId, row.id)))
      .run()
    auditProvider(tx, context, 'remove', slug, { user: before.userId })
  })
}

/** Makes a member a manager, or a manager a member. @throws as removeFromProvider */
export function changeProviderRole(
  context: Context,
  slug: string,
  input: { userId: string; role: string },
): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertMay(context.actor, 'provider.manage-members', { provider: row.id })
    const role: MemberRole = memberRole.parse(input.role)
    const before = presentMember(tx, input.userId, row.id)
    if (before.role === role) return
    if (role === 'member') assertAnotherManager(tx, before, row)
    tx.update(providerMember)
      .set({ role })
      .where(and(eq(providerMember.userId, before.userId), eq(providerMember.providerId, row.id)))
      .run()
    auditProvider(tx, context, 'role', slug, { user: before.userId, role })
  })
}

function presentMember(tx: Tx, userId: string, providerId: number) {
  const row = memberOf(tx, userId, providerId)
  if (row) return row
  throw new NotFound(
    'Cette personne n’est plus membre : rechargez la page.',
    'This person is not a member any more: reload the page.',
  )
}

/** Refuses what would leave nobody who can invite; a public operator has its organisation's managers. */
function assertAnotherManager(
  tx: Tx,
  leaving: typeof providerMember.$inferSelect,
  row: { organisationId: number | null },
): void {
  if (leaving.role !== 'manager' || row.organisationId !== null) return
  const others = tx
    .select()
    .from(providerMember)
    .where(
      and(eq(providerMember.providerId, leaving.providerId), eq(providerMember.role, 'manager')),
    )
    .all()
  if (others.length > 1) return
  throw new Conflict(
    'C’est le dernier gestionnaire du prestataire : donnez d’abord ce rôle à un autre membre.',
    'This is the last manager of the provider: give that role to another member first.',
  )
}
