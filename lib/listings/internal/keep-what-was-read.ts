import { fieldOrigin } from '#db/schema/provenance.ts'
import { repository } from '#db/schema/forge.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { RepositoryAddress } from '#lib/forge/rules/address.ts'
import type { EntryFieldName } from '#lib/provenance/fields.ts'
import { LISTING_FIELDS } from '../schema.ts'
import { formOfReading } from './form-of-reading.ts'
import type { ListingRow } from './own-listing.ts'

interface WhatWasRead {
  softwareId: number
  listing: ListingRow
  form: Readonly<Record<string, string>>
  address: RepositoryAddress
  reading: RepositoryReading
}

/** Fields of the form that are none of an entry's. */
const OF_THE_PUBLISHER = new Set<string>(LISTING_FIELDS.filter((name) => name.startsWith('publisher')))

/**
 * Keeps what the repository of a new entry said, and of each field whether the repository or a person
 * said it: what a person wrote otherwise stands from the first harvest on.
 */
export function keepWhatWasRead(tx: Tx, context: Context, what: WhatWasRead): void {
  const { softwareId, listing, form, address, reading } = what
  const at = context.now.toISOString()
  const said = formOfReading(entryFieldsOf(reading))
  for (const field of LISTING_FIELDS) {
    const value = form[field] ?? ''
    if (OF_THE_PUBLISHER.has(field) || value === '' || value === said[field]) continue
    const saidOf = entryFieldsOf(reading).find((item) => item.field === field)
    // A moderator's correction is the moderator's.
    const mine = value === listing.form[field]
    const actorId = context.actor.kind === 'user' ? context.actor.id : null
    tx.insert(fieldOrigin)
      .values({
        softwareId,
        field: field as EntryFieldName,
        kind: 'person',
        seen: saidOf?.value ?? null,
        at,
        userId: mine ? listing.userId : actorId,
      })
      .run()
  }
  tx.insert(repository)
    .values({
      softwareId,
      address: address.clone,
      addressKey: address.key,
      host: address.host,
      state: 'readable',
      stateSince: at,
      signs: {},
      nextAt: at,
    })
    .run()
}
