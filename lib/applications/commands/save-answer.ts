import { and, eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { applicationAnswer } from '#db/schema/applications.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import type { CriterionView } from '#lib/label/grid-view.ts'
import { type Answer, isAnswered, readAnswer, sameAnswer } from '../answer-schema.ts'
import { answersOf } from '../internal/content-of.ts'
import { assertWritable, type Dossier, dossierOf, dossierOn } from '../internal/dossier-of.ts'
import { noteChange, record } from '../internal/record.ts'

/** Someone else answered since the form was filled: both answers are there, and one is to be chosen. */
export class AnsweredMeanwhile extends Conflict {
  /** What is on record now: sending again with it writes over it. */
  readonly revision: number
  readonly answer: Answer

  constructor(revision: number, answer: Answer, who: string) {
    const fr = who === '' ? 'Quelqu’un d’autre' : who
    const en = who === '' ? 'Someone else' : who
    super(
      `${fr} a répondu à ce critère pendant que vous écriviez. Comparez les deux textes, puis enregistrez le vôtre, gardez le sien, ou réunissez-les.`,
      `${en} answered this criterion while you were writing. Compare both texts, then record yours, keep theirs, or bring them together.`,
    )
    this.revision = revision
    this.answer = answer
  }
}

export interface SavedAnswer {
  revision: number
  /** ISO 8601, UTC. */
  at: string
  answer: Answer
  /** Whether the élu had validated what this changes. */
  unvalidated: boolean
}

/**
 * Keeps an answer as it is typed. The same answer again changes nothing, whoever sent it.
 * @throws AnsweredMeanwhile; z.ZodError by part, with keys of ANSWER_FAULTS; Conflict once closed; NotFound,
 * SignInNeeded, Forbidden
 */
export function saveAnswer(
  context: Context,
  input: {
    application: number
    criterion: string
    /** That of the answer which was changed; 0 where there was none. */
    revision: number
    typed: Readonly<Record<string, string>>
  },
): SavedAnswer {
  return inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    const actor = assertUserMay(context.actor, 'application.write', dossier.row.organisationId)
    const answer = readAnswer(criterionOf(dossier, input.criterion), input.typed)
    const before = tx
      .select()
      .from(applicationAnswer)
      .where(
        and(
          eq(applicationAnswer.applicationId, dossier.row.id),
          eq(applicationAnswer.criterion, input.criterion),
        ),
      )
      .get()
    const held = before ?? { revision: 0, value: {}, updatedAt: '', updatedBy: null }
    if (sameAnswer(held.value, answer)) {
      const at = held.updatedAt || context.now.toISOString()
      return { revision: held.revision, at, answer, unvalidated: false }
    }
    assertWritable(dossier, context.now)
    if (held.revision !== input.revision) {
      throw new AnsweredMeanwhile(held.revision, held.value, nameOf(tx, held.updatedBy, actor.id))
    }
    return write(tx, context, dossier, { criterion: input.criterion, answer, ...held })
  })
}

function write(
  tx: Tx,
  context: Context,
  dossier: Dossier,
  { criterion, answer, revision }: { criterion: string; answer: Answer; revision: number },
): SavedAnswer {
  const at = context.now.toISOString()
  const updatedBy = context.actor.kind === 'user' ? context.actor.id : null
  const values = { value: answer, revision: revision + 1, updatedAt: at, updatedBy }
  tx.insert(applicationAnswer)
    .values({ applicationId: dossier.row.id, criterion, ...values })
    .onConflictDoUpdate({
      target: [applicationAnswer.applicationId, applicationAnswer.criterion],
      set: values,
    })
    .run()
  // The audit says that it changed; the words themselves are in the dossier.
  recordAudit(tx, context, {
    action: 'application.answer',
    subjectKind: 'application',
    subject: String(dossier.row.id),
    detail: { criterion, revision: revision + 1 },
  })
  const unvalidated = noteChange(tx, context, dossier)
  return { revision: revision + 1, at, answer, unvalidated }
}

function criterionOf({ grid }: Dossier, slug: string): CriterionView {
  const found = grid.axes.flatMap(({ criteria }) => criteria).find((item) => item.slug === slug)
  if (found) return found
  throw new NotFound(
    'Ce critère n’est pas dans ce millésime. Rechargez la page.',
    'This criterion is not in this edition. Reload the page.',
  )
}

/** Colleagues know each other by name; one's own other tab is nobody else. */
function nameOf(tx: Tx, id: string | null, reader: string): string {
  if (id === null || id === reader) return ''
  const row = tx.select().from(user).where(eq(user.id, id)).get()
  return row?.name || row?.email || ''
}

/**
 * Copies into a dossier what the organisation's self-assessment answers to the criteria of the same id,
 * where the dossier has no answer yet and the answer fits.
 * @returns how many were taken.
 */
export function takeFromReference(
  context: Context,
  input: { application: number; reference: string },
): number {
  return inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    const { organisationId } = dossier.row
    assertUserMay(context.actor, 'application.write', organisationId)
    assertWritable(dossier, context.now)
    const taken = answersToTake(context, dossier, input.reference)
    for (const item of taken) write(tx, context, dossier, item)
    if (taken.length > 0) {
      record(tx, context, dossier, { kind: 'answers-taken', note: String(taken.length) })
    }
    return taken.length
  })
}

/** What takeFromReference would copy. */
export function answersToTake(context: Pick<Context, 'db'>, dossier: Dossier, reference: string) {
  if (dossier.grid.key === reference) return []
  const { organisationId } = dossier.row
  const from = dossierOn(context, { organisationId, grid: reference })
  if (!from) return []
  const here = new Map(answersOf(context, dossier.row.id).map((item) => [item.criterion, item]))
  const criteria = dossier.grid.axes.flatMap((axis) => axis.criteria)
  return answersOf(context, from.row.id).flatMap(({ criterion: slug, value }) => {
    const asked = criteria.find((item) => item.slug === slug)
    const held = here.get(slug)
    if (!asked || !isAnswered(value) || isAnswered(held?.value)) return []
    try {
      const answer = readAnswer(asked, value)
      return isAnswered(answer) ? [{ criterion: slug, answer, revision: held?.revision ?? 0 }] : []
    } catch {
      // An answer of another kind, or a choice that this edition does not offer.
      return []
    }
  })
}
