import type { Context } from '#lib/context.ts'
import { getClaim } from '#lib/listings/claim-queries.ts'
import {
  dropListing,
  readListingAgain,
  saveListing,
} from '#lib/listings/commands/change-listing.ts'
import { checkClaim } from '#lib/listings/commands/check-claim.ts'
import { askForClaim, dropClaim, openClaim } from '#lib/listings/commands/claim-software.ts'
import { startListing } from '#lib/listings/commands/start-listing.ts'
import { submitListing } from '#lib/listings/commands/submit-listing.ts'
import {
  correctedPubliccode,
  getListing,
  myListings,
  publisherChoices,
} from '#lib/listings/queries.ts'
import { enrolInPublisher } from '#lib/publishers/enrol-member.ts'
import { verifyPublisher } from '#lib/publishers/verification.ts'
import { ADDRESS, aTownsReading, completed, forgeOf } from '#lib/testing/listings.ts'

type Call = (context: Context) => unknown

/** What is done to list a project, to claim an entry and to vouch for a publisher. */
export function callsOfListings(): Record<
  'listing.write' | 'software.claim' | 'publisher.verify',
  Call[]
> {
  const forge = forgeOf(aTownsReading())
  const [id, slug] = [1, 'openexemple']
  return {
    'listing.write': [
      (context) => startListing(context, { address: ADDRESS }, forge),
      (context) => saveListing(context, { id, form: {} }),
      (context) => readListingAgain(context, { id }, forge),
      (context) => submitListing(context, { id, form: completed({}) }, forge),
      (context) => dropListing(context, { id }),
      (context) => getListing(context, id),
      (context) => correctedPubliccode(context, id),
      myListings,
      publisherChoices,
    ],
    'software.claim': [
      (context) => openClaim(context, { slug }),
      (context) => checkClaim(context, { slug }, forge),
      (context) => askForClaim(context, { slug, message: 'Je dirige cette DSI.' }),
      (context) => dropClaim(context, { slug }),
      (context) => getClaim(context, slug),
    ],
    'publisher.verify': [
      (context) => verifyPublisher(context, { slug: 'editeur-exemple', verified: true }),
      (context) =>
        enrolInPublisher(context, {
          slug: 'editeur-exemple',
          email: 'dsi@ville.example.fr',
          role: 'member',
        }),
    ],
  }
}
