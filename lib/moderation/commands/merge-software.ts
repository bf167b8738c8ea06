import { and, eq } from 'drizzle-orm'
import { mergeProposal, moderationCase } from '#db/schema/moderation.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, InvalidInput } from '#lib/errors.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { mergeInput } from '../merge-schema.ts'
import { openCase } from '../open-case.ts'
import { settleInput } from '../settle-schema.ts'
import { settleCaseIn } from './settle-case.ts'

/**
 * Leaves the decision that two entries are one software to another moderator.
 * @returns the case. @throws SignInNeeded, Forbidden, InvalidInput, Conflict, z.ZodError
 */
export function proposeMerge(context: Context, input: unknown): { caseId: number } {
  assertUserMay(context.actor, 'software.merge')
  const asked = mergeInput.parse(input)
  return inTransaction(context.db, (tx) => ({ caseId: openMerge(tx, context, asked) }))
}

/**
 * Makes one entry of two, at once: the case is opened and settled in one transaction, so that the queue
 * tells of it as of any other.
 * @throws SignInNeeded, Forbidden, InvalidInput, Conflict, z.ZodError
 */
export function mergeSoftware(
  context: Context,
  input: { fromSlug: string; intoSlug: string; why: string },
): { caseId: number } {
  const actor = assertUserMay(context.actor, 'software.merge')
  const asked = mergeInput.parse(input)
  return inTransaction(context.db, (tx) => {
    const caseId = openMerge(tx, context, asked)
    const decision = settleInput.parse({ caseId, accepted: true, reason: asked.why })
    settleCaseIn(tx, context, actor, decision)
    return { caseId }
  })
}

function openMerge(
  tx: Tx,
  context: Context,
  { fromSlug, intoSlug, why }: { fromSlug: string; intoSlug: string; why: string },
): number {
  const from = tx.select().from(software).where(eq(software.slug, fromSlug)).get()
  const into = resolveSoftwareSlug(tx, intoSlug)
  if (!from || !into) {
    const missing = from ? intoSlug : fromSlug
    throw new InvalidInput(
      `Aucune fiche du catalogue n’a l’adresse « ${missing} ». Elle est peut-être déjà fusionnée : cherchez-la par son nom.`,
      `No entry of the catalogue has the address “${missing}”. It may be merged already: look it up by its name.`,
    )
  }
  if (from.id === into.id) {
    throw new InvalidInput('Choisissez deux fiches différentes.', 'Choose two entries that differ.')
  }
  const waiting = tx
    .select({ from: mergeProposal.fromSlug, caseId: moderationCase.id })
    .from(moderationCase)
    .innerJoin(mergeProposal, eq(mergeProposal.id, moderationCase.subjectId))
    .where(and(eq(moderationCase.kind, 'merge'), eq(moderationCase.state, 'waiting')))
    .all()
    .find((row) => row.from === fromSlug)
  if (waiting) {
    throw new Conflict(
      `La fusion de « ${from.name} » attend déjà une décision : c’est le dossier n° ${waiting.caseId}.`,
      `A merge of “${from.name}” already waits for a decision: it is case no. ${waiting.caseId}.`,
    )
  }
  const { id } = tx
    .insert(mergeProposal)
    .values({ fromSlug, intoId: into.id, why })
    .returning({ id: mergeProposal.id })
    .get()
  recordAudit(tx, context, {
    action: 'software.propose-merge',
    subjectKind: 'software',
    subject: fromSlug,
    detail: { into: into.slug },
  })
  return openCase(tx, context, 'merge', id)
}
