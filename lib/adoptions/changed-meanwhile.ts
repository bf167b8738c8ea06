import { Conflict } from '#lib/errors.ts'

/** Someone else changed the adoption since the form was filled from it. */
export class ChangedMeanwhile extends Conflict {
  /** What is on record now: sending the form again with it writes over it. */
  readonly revision: number
  /** Fields that were changed meanwhile. */
  readonly fields: readonly string[]

  constructor(revision: number, fields: readonly string[]) {
    super(
      'Quelqu’un d’autre a modifié cette utilisation pendant que vous écriviez. Comparez ci-dessous ce qui est enregistré et ce que vous avez saisi, puis envoyez de nouveau pour enregistrer votre version, ou reprenez la sienne.',
      'Someone else changed this use while you were writing. Compare what is recorded and what you typed below, then send again to record your version, or take theirs.',
    )
    this.revision = revision
    this.fields = fields
  }
}
