import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { softwareProposal, waitingDeclaration } from '#db/schema/adoption-life.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { declarationDetails } from '#lib/adoptions/declaration-schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { fold } from '#lib/text.ts'
import { openCase } from '../open-case.ts'
import { proposalInput } from '../proposal-schema.ts'
import type { ProposalFault } from '../schema.ts'

export interface Proposed {
  /** The address of the organisation's space. */
  organisationKey: string
  /** Whether others had proposed it before, so that the declaration waits with theirs. */
  joined: boolean
}

/**
 * Proposes a software that the catalogue lacks, together with the declaration that waits for it. The name
 * makes it: what others have proposed under the same one is one proposal, and the same organisation that
 * proposes again changes what it declares.
 * @throws SignInNeeded, Forbidden, NotFound, z.ZodError whose messages are keys of PROPOSAL_FAULTS or, at
 * the declaration's own fields, of DECLARATION_FAULTS.
 */
export function proposeSoftware(context: Context, input: unknown): Proposed {
  const { organisation: key, declaration, ...proposal } = proposalInput.parse(input)
  const owner = context.db
    .select({ id: organisation.id, key: organisation.key })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (!owner) {
    throw new NotFound(
      'Cet organisme n’existe pas : revenez à votre espace et choisissez-le.',
      'There is no such organisation: go back to your space and choose it.',
    )
  }
  const actor = assertUserMay(context.actor, 'software.propose', owner.id)
  declarationDetails.parse(declaration)
  return inTransaction(context.db, (tx) => {
    const name = fold(proposal.name)
    refuseKnown(tx, name)
    const before = waitingProposal(tx, name)
    const at = context.now.toISOString()
    const proposalId =
      before ??
      tx
        .insert(softwareProposal)
        .values({ ...proposal, userId: actor.id, createdAt: at })
        .returning({ id: softwareProposal.id })
        .get().id
    const said = { declaration, userId: actor.id, createdAt: at }
    tx.insert(waitingDeclaration)
      .values({ ...said, proposalId, organisationId: owner.id })
      .onConflictDoUpdate({
        target: [waitingDeclaration.proposalId, waitingDeclaration.organisationId],
        set: said,
      })
      .run()
    if (before === undefined) openCase(tx, context, 'software-proposal', proposalId)
    recordAudit(tx, context, {
      action: 'software.propose',
      subjectKind: 'software-proposal',
      subject: String(proposalId),
      detail: { name: proposal.name, organisation: owner.key },
    })
    return { organisationKey: owner.key, joined: before !== undefined }
  })
}

/** What the catalogue has is declared, not proposed. */
function refuseKnown(tx: Tx, name: string): void {
  const known = tx
    .select({ nameKey: software.nameKey, aliases: software.aliases })
    .from(software)
    .all()
    .some((row) => row.nameKey === name || row.aliases.some((alias) => fold(alias) === name))
  if (!known) return
  const message: ProposalFault = 'name-known'
  throw new z.ZodError([{ code: 'custom', path: ['name'], message, input: name }])
}

/** The proposal of this name that waits for a moderator; few ever do. */
function waitingProposal(tx: Tx, name: string): number | undefined {
  return tx
    .select({ id: softwareProposal.id, name: softwareProposal.name })
    .from(moderationCase)
    .innerJoin(softwareProposal, eq(softwareProposal.id, moderationCase.subjectId))
    .where(and(eq(moderationCase.kind, 'software-proposal'), eq(moderationCase.state, 'waiting')))
    .all()
    .find((row) => fold(row.name) === name)?.id
}
