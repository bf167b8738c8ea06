import type { z } from 'zod'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { assertWritable, dossierOf } from '../internal/dossier-of.ts'
import { noteChange, record } from '../internal/record.ts'
import { peopleInput } from '../schema.ts'

export type People = Omit<z.infer<typeof peopleInput>, 'application' | 'revision'>

/** Someone else named people since the form was filled. */
export class PeopleChangedMeanwhile extends Conflict {
  readonly revision: number
  readonly people: People

  constructor(revision: number, people: People) {
    super(
      'Quelqu’un d’autre a changé les personnes pendant que vous écriviez. Comparez, puis envoyez de nouveau pour enregistrer votre version.',
      'Someone else changed the people while you were writing. Compare, then send again to record your version.',
    )
    this.revision = revision
    this.people = people
  }
}

/**
 * Names the responsable de candidature and the élu référent.
 * @throws PeopleChangedMeanwhile; z.ZodError by field, with keys of DOSSIER_FAULTS; Conflict once closed;
 * NotFound, SignInNeeded, Forbidden
 */
export function changePeople(
  context: Context,
  typed: z.input<typeof peopleInput>,
): { unvalidated: boolean } {
  return inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, Number(typed.application))
    assertUserMay(context.actor, 'application.write', dossier.row.organisationId)
    const { application: _, revision, ...people } = peopleInput.parse(typed)
    const held = dossier.row
    const fields = Object.keys(people) as Array<keyof People>
    if (fields.every((field) => held[field] === people[field])) return { unvalidated: false }
    assertWritable(dossier, context.now)
    if (held.revision !== revision) {
      const theirs = Object.fromEntries(fields.map((field) => [field, held[field]])) as People
      throw new PeopleChangedMeanwhile(held.revision, theirs)
    }
    const unvalidated = noteChange(tx, context, dossier)
    record(tx, context, dossier, {
      kind: 'people-changed',
      set: { ...people, revision: revision + 1 },
    })
    return { unvalidated }
  })
}
