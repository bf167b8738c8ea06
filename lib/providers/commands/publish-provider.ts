import { eq } from 'drizzle-orm'
import { provider } from '#db/schema/providers.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'
import { withdrawReason } from '../input.ts'
import { auditProvider } from '../internal/audit.ts'
import { followProvider } from '../internal/follow-services.ts'
import { providerPeople } from '../internal/people.ts'
import { providerOfSlug } from '../internal/provider-of.ts'
import { withdrawnMail } from './mails.ts'

/**
 * What becomes of a provider once a moderator has settled its case, in the transaction that settles it:
 * accepted, everyone sees it; refused, its members alone, who may mend it and submit it again.
 */
export function settleProvider(
  tx: Tx,
  context: Context,
  providerId: number,
  accepted: boolean,
): void {
  const row = tx.select().from(provider).where(eq(provider.id, providerId)).get()
  if (row?.state !== 'pending') return
  setState(tx, context, row, accepted ? 'published' : 'withdrawn')
}

/**
 * Submits anew a provider that was refused, or taken off. It waits for a moderator, as the first time,
 * unless whoever asks is a member of the organisation that it is.
 * @throws NotFound, Forbidden, Conflict when it is not off the catalogue.
 */
export function submitProvider(context: Context, slug: string): { state: 'pending' | 'published' } {
  return inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'provider.edit', { provider: row.id })
    if (row.state !== 'withdrawn') throw alreadySo()
    const itself = actor.memberships.some((one) => one.organisationId === row.organisationId)
    const state = itself ? 'published' : 'pending'
    setState(tx, context, row, state)
    if (!itself) openCase(tx, context, 'provider', row.id)
    auditProvider(tx, context, 'submit', slug, { state })
    return { state }
  })
}

/**
 * Takes a provider off the catalogue, or out of the queue. Its members are told by mail when a moderator
 * does it, and why.
 * @throws NotFound, Forbidden, Conflict when it is off already, z.ZodError
 */
export function withdrawProvider(context: Context, slug: string, input: { reason: string }): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'provider.edit', { provider: row.id })
    const reason = withdrawReason.parse(input.reason)
    if (row.state === 'withdrawn') throw alreadySo()
    withdrawCase(tx, 'provider', row.id)
    setState(tx, context, row, 'withdrawn')
    auditProvider(tx, context, 'withdraw', slug, { reason })
    for (const { userId, email, locale } of providerPeople(tx, row)) {
      if (userId === actor.id) continue
      const mail = withdrawnMail(locale, { provider: row.name, reason })
      queueMail(tx, context, { to: email, userId, kind: 'provider', ...mail })
    }
  })
}

function setState(
  tx: Tx,
  context: Context,
  { id }: { id: number },
  state: 'pending' | 'published' | 'withdrawn',
): void {
  const { changes } = tx
    .update(provider)
    .set({ state, updatedAt: context.now.toISOString() })
    .where(eq(provider.id, id))
    .run()
  if (changes === 0)
    throw new NotFound('Ce prestataire n’existe plus.', 'There is no such provider.')
  followProvider(tx, id)
}

const alreadySo = () =>
  new Conflict('C’est déjà fait : rechargez la page.', 'This is done already: reload the page.')
