'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, typedIn } from '#app/_request/run-command.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import type { AddressState, RefusedAddress } from '#components/listings/address-form.tsx'
import { startListing } from '#lib/listings/commands/start-listing.ts'
import { currentForge } from '#lib/listings/current-forge.ts'
import { ListingRefusal } from '#lib/listings/refusal.ts'

/** Reads the repository of an address, then leads to the draft that it filled. */
export async function startAction(previous: AddressState, form: FormData): Promise<AddressState> {
  const context = await requestContext()
  const locale = formLocale(form)
  const address = typedIn(form, 'address')
  let refusal: ListingRefusal | undefined
  const outcome = await runAsyncCommand<'address', { listingId: number }>(
    { values: { address }, faults: {}, refusals: previous.refusals },
    { address },
    async () => {
      try {
        return await startListing(context, { address }, currentForge())
      } catch (error) {
        if (error instanceof ListingRefusal) refusal = error
        throw error
      }
    },
    locale,
  )
  if ('refused' in outcome) {
    const links = refusal ? linksOf(locale, refusal) : []
    return { ...outcome.refused, outcome: { links } }
  }
  redirect(pathTo(locale, `/espace/logiciels/ajouter/${outcome.done.listingId}`))
}

/** Where what was refused leads: the entry that is there already, and claiming it. */
function linksOf(locale: Locale, { reason, slug }: ListingRefusal): RefusedAddress['links'] {
  if (slug === undefined) return []
  const { seeEntry, claimEntry } = messages(locale).listings.add
  const see = { href: softwarePath(locale, slug), label: seeEntry }
  const claim = pathTo(locale, `/espace/logiciels/${slug}/revendiquer`)
  return reason === 'known' ? [see, { href: claim, label: claimEntry }] : [see]
}
