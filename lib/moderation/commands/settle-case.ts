import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { moderationCase } from '#db/schema/moderation.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { momentInWords } from '#lib/day.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { newEntryInput } from '#lib/software/new-entry.ts'
import { aboutCase, personToTell } from '../internal/about.ts'
import { settleSubject } from '../internal/settle-subject.ts'
import { type Decision, settleInput } from '../settle-schema.ts'
import { settledMail } from '../settled-mail.ts'

export interface SettledCase {
  caseId: number
  state: 'accepted' | 'refused'
}

/**
 * Settles what waits in the queue, whatever it is about, and tells whoever opened it why: the decision,
 * what it changes and the mail are one transaction. The very same decision sent again, by the same
 * moderator, is answered as if it had just been taken, and acts no more.
 * @throws SignInNeeded, Forbidden, z.ZodError whose messages are keys of SETTLE_FAULTS, NotFound,
 * Conflict when it was settled meanwhile, or withdrawn.
 */
export function settleCase(context: Context, input: z.input<typeof settleInput>): SettledCase {
  const actor = assertUserMay(context.actor, 'moderation.settle')
  const decision = parsedDecision(input)
  return inTransaction(context.db, (tx) => settleCaseIn(tx, context, actor, decision))
}

/** What is wrong with a decision and with the entry that it makes is said at once. */
function parsedDecision(input: z.input<typeof settleInput>): Decision {
  const decision = settleInput.safeParse(input)
  const fresh = input.accepted && input.newEntry !== undefined && !input.existingSlug
  const entry = decision.success || !fresh ? undefined : newEntryInput.safeParse(input.newEntry)
  if (decision.success) return decision.data
  throw new z.ZodError([...decision.error.issues, ...(entry?.error?.issues ?? [])])
}

/** The same in a transaction that is open: what may be done and said has been checked. */
export function settleCaseIn(
  tx: Tx,
  context: Context,
  actor: UserActor,
  decision: Decision,
): SettledCase {
  const { caseId, accepted, reason } = decision
  const state = accepted ? 'accepted' : 'refused'
  const before = tx.select().from(moderationCase).where(eq(moderationCase.id, caseId)).get()
  if (!before) {
    throw new NotFound(
      'Ce dossier n’existe pas : revenez à la file de modération.',
      'There is no such case: go back to the moderation queue.',
    )
  }
  if (before.state !== 'waiting') {
    const same = before.state === state && before.reason === reason
    if (same && before.settledBy === actor.id) return { caseId, state }
    throw settledMeanwhile(before, actor)
  }
  const about = aboutCase(tx, before.kind, before.subjectId)
  if (about === undefined && accepted) {
    throw new Conflict(
      'La personne qui demandait cela a retiré sa demande ou supprimé son compte : il n’y a plus rien à accepter. Refusez pour clore le dossier.',
      'Whoever asked for this has withdrawn or deleted their account: nothing is left to accept. Refuse to close the case.',
    )
  }
  // Read first: some of what is settled takes its row away.
  const person = personToTell(tx, before.openedBy)
  if (about !== undefined) settleSubject(tx, context, before, decision)
  tx.update(moderationCase)
    .set({ state, reason, settledBy: actor.id, settledAt: context.now.toISOString() })
    .where(eq(moderationCase.id, caseId))
    .run()
  recordAudit(tx, context, {
    action: 'case.settle',
    subjectKind: 'case',
    subject: String(caseId),
    detail: { kind: before.kind, subject: before.subjectId, state },
  })
  if (person && about !== undefined && person.id !== actor.id) {
    queueMail(tx, context, {
      to: person.email,
      userId: person.id,
      kind: 'case-settled',
      ...settledMail(person.locale, { kind: before.kind, accepted, about, reason }),
    })
  }
  return { caseId, state }
}

const moment = (locale: 'fr' | 'en', at: string) => momentInWords(locale, new Date(at), 'short')

function settledMeanwhile(before: typeof moderationCase.$inferSelect, actor: UserActor): Conflict {
  const own = before.settledBy === actor.id
  const french = before.state === 'accepted' ? 'accepté' : 'refusé'
  return new Conflict(
    `Ce dossier a déjà été ${french} ${own ? 'par vous' : 'par un autre modérateur'}, le ${moment('fr', before.settledAt)}. Votre décision n’est pas enregistrée : rechargez la page pour lire celle qui compte.`,
    `This case was already ${before.state} ${own ? 'by you' : 'by another moderator'} on ${moment('en', before.settledAt)}. Your decision is not recorded: reload the page to read the one that counts.`,
  )
}
