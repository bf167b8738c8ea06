import { eq } from 'drizzle-orm'
import { listing } from '#db/schema/listings.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import { withdrawCase } from '#lib/moderation/withdraw-case.ts'
import { type ForgeAccess, readFor } from '../forge-access.ts'
import { formAfterReading, formOfReading } from '../internal/form-of-reading.ts'
import { ownDraft, ownListing } from '../internal/own-listing.ts'
import { LISTING_FIELDS, type ListingForm } from '../schema.ts'
import { refuseReading } from './start-listing.ts'

/** Characters of a field that are kept: more than any takes, so that what is too long can be cut. */
const LONGEST_KEPT = 20_000

/** What was typed, as it is kept. */
export const keptForm = (typed: Readonly<Record<string, string>>): ListingForm =>
  Object.fromEntries(
    LISTING_FIELDS.map((field) => [field, (typed[field] ?? '').slice(0, LONGEST_KEPT)]),
  ) as ListingForm

/** Keeps what was typed, right or wrong, for another day. @throws SignInNeeded, NotFound, Conflict */
export function saveListing(
  context: Context,
  input: { id: number; form: Readonly<Record<string, string>> },
): void {
  const actor = assertUserMay(context.actor, 'listing.write')
  inTransaction(context.db, (tx) => {
    const row = ownDraft(tx, actor, input.id)
    const form = keptForm(input.form)
    if (JSON.stringify(form) === JSON.stringify(row.form)) return
    tx.update(listing)
      .set({ form, updatedAt: context.now.toISOString() })
      .where(eq(listing.id, row.id))
      .run()
    audit(context, tx, 'listing.save', row.id)
  })
}

/**
 * Reads the repository of a draft again, after its files were mended: what the person left as it was
 * read follows, what they wrote stays.
 * @throws SignInNeeded, NotFound, Conflict, ForgeRefusal, ListingRefusal, TooMany
 */
export async function readListingAgain(
  context: Context,
  input: { id: number },
  forge: ForgeAccess,
): Promise<void> {
  const actor = assertUserMay(context.actor, 'listing.write')
  const { address } = ownDraft(context.db, actor, input.id)
  const reading = await readFor(actor.id, forge, address)
  refuseReading(context, repositoryAddress(address, forge.hosts), reading, forge.hosts)
  inTransaction(context.db, (tx) => {
    const row = ownDraft(tx, actor, input.id)
    const before = formOfReading(entryFieldsOf(row.reading as RepositoryReading))
    const after = formOfReading(entryFieldsOf(reading))
    tx.update(listing)
      .set({
        reading,
        form: formAfterReading(row.form, before, after),
        updatedAt: context.now.toISOString(),
      })
      .where(eq(listing.id, row.id))
      .run()
    audit(context, tx, 'listing.read', row.id)
  })
}

/** Gives a listing up, also one that waits for a moderator. @throws SignInNeeded, NotFound, Conflict */
export function dropListing(context: Context, input: { id: number }): void {
  const actor = assertUserMay(context.actor, 'listing.write')
  inTransaction(context.db, (tx) => {
    const row = ownListing(tx, actor, input.id)
    if (row.state === 'submitted') withdrawCase(tx, 'listing', row.id)
    else ownDraft(tx, actor, input.id)
    tx.update(listing)
      .set({ state: 'dropped', reading: null, form: {}, updatedAt: context.now.toISOString() })
      .where(eq(listing.id, row.id))
      .run()
    audit(context, tx, 'listing.drop', row.id)
  })
}

function audit(
  context: Context,
  tx: Parameters<typeof recordAudit>[0],
  action: string,
  id: number,
): void {
  recordAudit(tx, context, { action, subjectKind: 'listing', subject: String(id) })
}
