import { and, eq } from 'drizzle-orm'
import { claim } from '#db/schema/listings.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { ForgeRefusal } from '#lib/forge/refusal.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import { type ForgeAccess, readFor } from '../forge-access.ts'
import { grantClaimIn } from '../internal/grant-claim-in.ts'
import { type ClaimedEntry, type ClaimRow, claimedEntry, claimOf } from '../internal/own-claim.ts'
import { isWholeOf } from '../internal/publisher-managers.ts'
import { fileWithToken } from '../rules/token.ts'
import { handOver, settledAlready } from './claim-software.ts'

export type ClaimOutcome =
  | { state: 'proved'; role: 'manager' | 'member' }
  /** Proved, but the publisher has more than this repository speaks for. */
  | { state: 'with-moderators' }
  | { state: 'token-missing' }

/**
 * Reads the repository of an entry again and looks for the token of whoever claims it, on its default
 * branch. Found, they speak for its publisher, where its other repositories are of the same group: its
 * first becomes its manager; the next a member, of whom the managers are told. Else a moderator decides. The token of somebody else proves nothing, wherever it stands.
 * @throws SignInNeeded, NotFound, Conflict, InvalidInput where there is no repository, ForgeRefusal, TooMany
 */
export async function checkClaim(
  context: Context,
  input: { slug: string },
  forge: ForgeAccess,
): Promise<ClaimOutcome> {
  const actor = assertUserMay(context.actor, 'software.claim')
  const entry = claimedEntry(context.db, input.slug)
  const open = claimOf(context.db, actor.id, entry.id)
  if (open?.state !== 'open') throw settledAlready()
  if (entry.address === '') {
    throw new InvalidInput(
      'Cette fiche n’a pas de dépôt où chercher le jeton : demandez à la modération.',
      'This entry has no repository in which to look for the token: ask the moderators.',
    )
  }
  const { clone, key } = repositoryAddress(entry.address, forge.hosts)
  const reading = await readFor(actor.id, forge, clone).catch((error: unknown) => {
    if (error instanceof ForgeRefusal) keepLook(context, open, error.fault)
    throw error
  })
  const path = fileWithToken(filesOf(reading), open.token)
  if (path === undefined) {
    keepLook(context, open, 'token-missing')
    return { state: 'token-missing' }
  }
  return inTransaction(context.db, (tx) => {
    const row = claimOf(tx, actor.id, entry.id)
    if (row?.state !== 'open' || row.token !== open.token) throw settledAlready()
    // The reading took its time: another repository or another publisher is another claim.
    const now = claimedEntry(tx, input.slug)
    const same = now.id === entry.id && now.publisher.id === entry.publisher.id
    if (!same || now.address !== entry.address) throw settledAlready()
    const proof = { path, commit: reading.head?.commit ?? '' }
    return prove(tx, context, entry, row, { ...proof, key, hosts: forge.hosts })
  })
}

function prove(
  tx: Tx,
  context: Context,
  entry: ClaimedEntry,
  row: ClaimRow,
  proof: { path: string; commit: string; key: string; hosts: readonly string[] },
): ClaimOutcome {
  const { path, commit, key, hosts } = proof
  const at = context.now.toISOString()
  tx.update(claim).set({ path, commit, fault: '', checkedAt: at }).where(eq(claim.id, row.id)).run()
  recordAudit(tx, context, {
    action: 'claim.prove',
    subjectKind: 'claim',
    subject: String(row.id),
    detail: { software: entry.slug, path, commit },
  })
  if (!isWholeOf(tx, entry, key, hosts)) {
    handOver(tx, context, row, row.message)
    return { state: 'with-moderators' }
  }
  return { state: 'proved', role: grantClaimIn(tx, context, row, entry, 'proved') }
}

/** What a look that found nothing met, so that its page can say so later. */
function keepLook(context: Context, row: ClaimRow, fault: string): void {
  inTransaction(context.db, (tx) => {
    tx.update(claim)
      .set({ fault, checkedAt: context.now.toISOString() })
      .where(and(eq(claim.id, row.id), eq(claim.state, 'open')))
      .run()
    recordAudit(tx, context, {
      action: 'claim.check',
      subjectKind: 'claim',
      subject: String(row.id),
      detail: { fault },
    })
  })
}

const filesOf = ({ publiccode, tokenFiles = [] }: RepositoryReading) => [
  ...tokenFiles,
  ...(publiccode ? [publiccode] : []),
]
