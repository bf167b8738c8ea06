import { and, asc, eq } from 'drizzle-orm'
import { softwareProposal, waitingDeclaration } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import type { Tx } from '#db/transaction.ts'
import { declareIn } from '#lib/adoptions/commands/declare-in.ts'
import { refreshSoftwareFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { createSoftwareIn } from '#lib/software/commands/create-software-in.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import type { Decision } from '../settle-schema.ts'
import { settledMail } from '../settled-mail.ts'
import { personToTell } from './about.ts'

/**
 * Accepted, a proposed software is an entry of the catalogue, known or new, and every declaration that
 * waited for it is made; refused, they go. Whoever had one waiting is told, besides who proposed it.
 */
export function settleProposal(
  tx: Tx,
  context: Context,
  proposalId: number,
  decision: Decision,
): void {
  const { accepted, reason } = decision
  const proposal = tx
    .select()
    .from(softwareProposal)
    .where(eq(softwareProposal.id, proposalId))
    .get()
  if (!proposal) throw new Error(`no proposal ${proposalId}`)
  const waiting = tx
    .select()
    .from(waitingDeclaration)
    .where(eq(waitingDeclaration.proposalId, proposalId))
    .orderBy(asc(waitingDeclaration.id))
    .all()
  const softwareId = accepted ? acceptedEntry(tx, context, decision) : null
  if (softwareId !== null) {
    for (const item of waiting) {
      if (hasSpokenSince(tx, softwareId, item)) continue
      const { organisationId, userId, declaration } = item
      declareIn(
        tx,
        context,
        { softwareId, organisationId, userId, declaration },
        { deferFigures: true },
      )
    }
    refreshSoftwareFigures(tx, [softwareId])
    tx.update(softwareProposal).set({ softwareId }).where(eq(softwareProposal.id, proposalId)).run()
  }
  tx.delete(waitingDeclaration).where(eq(waitingDeclaration.proposalId, proposalId)).run()
  const opener = tx
    .select({ id: moderationCase.openedBy })
    .from(moderationCase)
    .where(
      and(eq(moderationCase.kind, 'software-proposal'), eq(moderationCase.subjectId, proposalId)),
    )
    .get()?.id
  for (const userId of new Set(waiting.map((item) => item.userId))) {
    const person = userId === opener ? undefined : personToTell(tx, userId)
    if (!person) continue
    const mail = { kind: 'software-proposal', accepted, about: proposal.name, reason } as const
    queueMail(tx, context, {
      to: person.email,
      userId: person.id,
      kind: 'case-settled',
      ...settledMail(person.locale, mail),
    })
  }
}

/** @returns the id of the entry chosen, or made. */
function acceptedEntry(tx: Tx, context: Context, { existingSlug, newEntry }: Decision): number {
  if (existingSlug === '' && newEntry !== undefined) {
    return createSoftwareIn(tx, context, newEntry)
  }
  const known = resolveSoftwareSlug(tx, existingSlug)
  if (known) return known.id
  throw new InvalidInput(
    `Aucune fiche du catalogue n’a l’adresse « ${existingSlug} » : choisissez-en une de la liste, ou faites une nouvelle fiche.`,
    `No entry of the catalogue has the address “${existingSlug}”: choose one of the list, or make a new one.`,
  )
}

/** Whether the organisation has declared the same software itself meanwhile: its later word counts. */
function hasSpokenSince(
  tx: Tx,
  softwareId: number,
  waiting: { organisationId: number; createdAt: string },
): boolean {
  const row = tx
    .select({ origin: adoption.origin, at: adoption.confirmedAt })
    .from(adoption)
    .where(
      and(eq(adoption.softwareId, softwareId), eq(adoption.organisationId, waiting.organisationId)),
    )
    .get()
  return row?.origin === 'organisation' && row.at > waiting.createdAt
}
