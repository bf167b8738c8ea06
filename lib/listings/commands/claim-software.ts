import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { claim } from '#db/schema/listings.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { openCase } from '#lib/moderation/open-case.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'
import { lines } from '#lib/typed-text.ts'
import { type ClaimRow, claimedEntry, claimOf } from '../internal/own-claim.ts'
import { newToken } from '../rules/token.ts'
import { type ClaimFault, LONGEST_CLAIM_MESSAGE, SHORTEST_CLAIM_MESSAGE } from '../schema.ts'

const because = (error: ClaimFault) => ({ error })
const messageInput = z.object({
  message: z
    .string(because('message-missing'))
    .transform(lines)
    .pipe(
      z
        .string()
        .min(1, { ...because('message-missing'), abort: true })
        .min(SHORTEST_CLAIM_MESSAGE, because('message-short'))
        .max(LONGEST_CLAIM_MESSAGE, because('message-long')),
    ),
})

/**
 * Begins to claim an entry: gives the token to put into its repository. Asked again, it is the same one;
 * a claim that was refused or given up begins anew, with another.
 * @throws SignInNeeded, NotFound
 */
export function openClaim(context: Context, input: { slug: string }): { token: string } {
  const actor = assertUserMay(context.actor, 'software.claim')
  return inTransaction(context.db, (tx) => {
    const { token } = claimToWorkOn(tx, context, actor.id, input.slug)
    return { token }
  })
}

function claimToWorkOn(tx: Tx, context: Context, userId: string, slug: string): ClaimRow {
  const entry = claimedEntry(tx, slug)
  const before = claimOf(tx, userId, entry.id)
  if (before && before.state !== 'refused' && before.state !== 'dropped') return before
  const fresh = {
    token: newToken(),
    state: 'open' as const,
    message: '',
    path: '',
    commit: '',
    fault: '',
    checkedAt: '',
    settledAt: '',
    settledBy: null,
    createdAt: context.now.toISOString(),
  }
  const row = before
    ? tx.update(claim).set(fresh).where(eq(claim.id, before.id)).returning().get()
    : tx
        .insert(claim)
        .values({ ...fresh, userId, softwareId: entry.id })
        .returning()
        .get()
  if (!row) throw new Error(`no claim of ${slug}`)
  audit(tx, context, 'claim.open', row, entry.slug)
  return row
}

/**
 * Asks the moderators instead, or besides: they decide on what the person says.
 * @throws SignInNeeded, NotFound, Conflict, z.ZodError whose messages are CLAIM_FAULTS
 */
export function askForClaim(context: Context, input: { slug: string; message: string }): void {
  const actor = assertUserMay(context.actor, 'software.claim')
  const { message } = messageInput.parse(input)
  inTransaction(context.db, (tx) => {
    const row = claimToWorkOn(tx, context, actor.id, input.slug)
    if (row.state !== 'open') throw settledAlready()
    handOver(tx, context, row, message)
    audit(tx, context, 'claim.ask', row, input.slug)
  })
}

/** Gives a claim to the moderators, in the transaction of whoever decided that. */
export function handOver(tx: Tx, context: Context, row: ClaimRow, message: string): void {
  tx.update(claim).set({ state: 'with-moderators', message }).where(eq(claim.id, row.id)).run()
  openCase(tx, context, 'claim', row.id)
}

/** Gives a claim up while nothing came of it. @throws SignInNeeded, NotFound, Conflict */
export function dropClaim(context: Context, input: { slug: string }): void {
  const actor = assertUserMay(context.actor, 'software.claim')
  inTransaction(context.db, (tx) => {
    const entry = claimedEntry(tx, input.slug)
    const row = claimOf(tx, actor.id, entry.id)
    if (row?.state !== 'open' && row?.state !== 'with-moderators') throw settledAlready()
    withdrawCase(tx, 'claim', row.id)
    tx.update(claim).set({ state: 'dropped', message: '' }).where(eq(claim.id, row.id)).run()
    audit(tx, context, 'claim.drop', row, input.slug)
  })
}

export const settledAlready = () =>
  new Conflict(
    'Votre demande sur cette fiche n’en est plus là : rechargez la page pour voir où elle en est.',
    'Your claim of this entry is past that: reload the page to see where it stands.',
  )

function audit(tx: Tx, context: Context, action: string, row: ClaimRow, slug: string): void {
  recordAudit(tx, context, {
    action,
    subjectKind: 'claim',
    subject: String(row.id),
    detail: { software: slug },
  })
}
