import type { moderationCase } from '#db/schema/moderation.ts'
import type { Tx } from '#db/transaction.ts'
import { settleJoinRequest } from '#lib/accounts/commands/settle-join.ts'
import { settleContestation } from '#lib/adoptions/commands/settle-contestation.ts'
import { settleTestimonial } from '#lib/adoptions/commands/settle-testimonial.ts'
import type { Context } from '#lib/context.ts'
import { settleClaim } from '#lib/listings/commands/settle-claim.ts'
import { settleListing } from '#lib/listings/commands/settle-listing.ts'
import { settleProvider } from '#lib/providers/commands/publish-provider.ts'
import type { Decision } from '../settle-schema.ts'
import { settleMerge } from './settle-merge.ts'
import { settleProposal } from './settle-proposal.ts'
import { verifyDomainOf } from './verify-domain.ts'

/** Does what a decision says, by the room that the case is about. */
export function settleSubject(
  tx: Tx,
  context: Context,
  { kind, subjectId }: Pick<typeof moderationCase.$inferSelect, 'kind' | 'subjectId'>,
  decision: Decision,
): void {
  const { accepted } = decision
  switch (kind) {
    case 'join-request':
      if (accepted && decision.verifyDomain) verifyDomainOf(tx, context, subjectId)
      settleJoinRequest(tx, context, subjectId, accepted)
      return
    case 'contestation':
      settleContestation(tx, context, subjectId, accepted)
      return
    case 'testimonial':
      settleTestimonial(tx, context, subjectId, accepted)
      return
    case 'software-proposal':
      settleProposal(tx, context, subjectId, decision)
      return
    case 'listing':
      settleListing(tx, context, subjectId, { ...decision, form: decision.listing })
      return
    case 'claim':
      settleClaim(tx, context, subjectId, decision)
      return
    case 'merge':
      if (accepted) settleMerge(tx, context, subjectId)
      return
    case 'provider':
      settleProvider(tx, context, subjectId, accepted)
      return
  }
}
