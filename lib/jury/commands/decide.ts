import { eq } from 'drizzle-orm'
import { juryDecision } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { getScheme } from '#lib/label/schemes.ts'
import { accessOf, progressOf, setState } from '../internal/jury-file.ts'
import { resultsConfirmedAt } from '../internal/results-mark.ts'
import { decisionInput, mentionFields, NO_AWARD } from '../schema.ts'

/**
 * Records what the jury decided together: a level of the edition's scheme, or none, as it was entered;
 * nothing here computes one. It can be changed until the organiser confirms the results.
 * @param typed by the fields of the form.
 * @throws Forbidden, NotFound, Conflict, z.ZodError whose messages are keys of JURY_FAULTS
 */
export function decide(
  context: Context,
  input: { applicationId: number; typed: Record<string, string> },
): void {
  const who = assertUserMay(context.actor, 'jury.decide')
  const { applicationId } = input
  inTransaction(context.db, (tx) => {
    const file = accessOf(tx, context, applicationId)
    const { state } = file.row
    if (['announced', 'published'].includes(state)) throw announced()
    if (state === 'more-requested' || !progressOf(tx, file).revealed) throw notAssessed()
    const levels = getScheme(context, file.edition.scheme)?.levels ?? []
    const parsed = decisionInput(levels.map(({ value }) => value)).parse(input.typed)
    const before = tx
      .select()
      .from(juryDecision)
      .where(eq(juryDecision.applicationId, applicationId))
      .get()
    if (before && resultsConfirmedAt(tx, file.edition.year) !== '') throw confirmed()
    if ((before?.decidedAt ?? '') !== parsed.seen) throw changed()
    const mentions = mentionFields
      .map(({ fr, en }) => ({ fr: field(parsed, fr), en: field(parsed, en) }))
      .filter(({ fr }) => fr !== '')
    const row = {
      level: parsed.level === NO_AWARD ? '' : parsed.level,
      mentions,
      feedback: parsed.feedback,
      minutes: parsed.minutes,
      decidedAt: context.now.toISOString(),
      decidedBy: who.id,
    }
    tx.insert(juryDecision)
      .values({ applicationId, ...row })
      .onConflictDoUpdate({ target: juryDecision.applicationId, set: row })
      .run()
    if (state !== 'deliberated') setState(tx, context, [applicationId], 'deliberated')
    // The log is read by more people than the jury: it says that something was decided, not what.
    recordAudit(tx, context, {
      action: 'jury.decide',
      subjectKind: 'application',
      subject: String(applicationId),
    })
  })
}

const field = (parsed: Record<string, unknown>, name: string) => String(parsed[name] ?? '')

const announced = () =>
  new Conflict(
    'Ce résultat est annoncé à la candidature : il ne change plus.',
    'This result has been announced to the candidate: it does not change any more.',
  )
const notAssessed = () =>
  new Conflict(
    'Tous les jurés du dossier n’ont pas terminé : la délibération vient après.',
    'Not all jurors of the file have finished: the deliberation comes after.',
  )
const confirmed = () =>
  new Conflict(
    'Les résultats de ce millésime sont confirmés. Pour changer une décision, l’organisation doit d’abord revenir sur cette confirmation.',
    'The results of this edition are confirmed. To change a decision, the organiser must take that back first.',
  )
const changed = () =>
  new Conflict(
    'La décision a changé depuis que vous avez ouvert cette page. Rechargez-la dans un autre onglet, comparez, puis reprenez votre saisie.',
    'The decision has changed since you opened this page. Reload it in another tab, compare, then take up what you typed.',
  )
