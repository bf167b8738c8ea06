import { and, eq, inArray } from 'drizzle-orm'
import { repository } from '#db/schema/forge.ts'
import { fieldOrigin } from '#db/schema/provenance.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { keepReadingIn } from '#lib/forge/keep-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { RepositoryAddress } from '#lib/forge/rules/address.ts'
import { keepNamesOfReadingIn } from '#lib/names/commands/keep-names-of-reading.ts'
import { startOriginsIn } from '#lib/provenance/start-origins.ts'
import { LISTING_FIELDS } from '../schema.ts'
import type { ListingRow } from './own-listing.ts'

interface WhatWasRead {
  softwareId: number
  listing: ListingRow
  form: Readonly<Record<string, string>>
  address: RepositoryAddress
  reading: RepositoryReading
}

/**
 * Keeps what the repository of a new entry said, and of each field whether the repository or a person
 * said it: what a person wrote otherwise stands from the first harvest on.
 */
export function keepWhatWasRead(tx: Tx, context: Context, what: WhatWasRead): void {
  const { softwareId, listing, form, address, reading } = what
  const at = context.now.toISOString()
  const actorId = context.actor.kind === 'user' ? context.actor.id : null
  startOriginsIn(tx, context, softwareId, reading, listing.userId)
  keepNamesOfReadingIn(tx, context, softwareId, reading)
  // What a moderator corrected is the moderator's.
  const corrected = LISTING_FIELDS.filter((field) => form[field] !== listing.form[field])
  tx.update(fieldOrigin)
    .set({ userId: actorId })
    .where(
      and(
        eq(fieldOrigin.softwareId, softwareId),
        eq(fieldOrigin.kind, 'person'),
        inArray(fieldOrigin.field, corrected),
      ),
    )
    .run()
  const row = tx
    .insert(repository)
    .values({
      softwareId,
      address: address.clone,
      addressKey: address.key,
      host: address.host,
      stateSince: at,
      signs: {},
      nextAt: at,
    })
    .returning()
    .get()
  keepReadingIn(tx, context, row, reading)
}
