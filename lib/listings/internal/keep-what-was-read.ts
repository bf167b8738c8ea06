import { repository } from '#db/schema/forge.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { RepositoryAddress } from '#lib/forge/rules/address.ts'
import { startOriginsIn } from '#lib/provenance/start-origins.ts'
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
  startOriginsIn(tx, context, softwareId, reading, {
    // A moderator's correction is the moderator's.
    typedBy: (field) => (form[field] === listing.form[field] ? listing.userId : actorId),
    by: actorId === listing.userId ? 'publisher' : 'moderator',
  })
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
