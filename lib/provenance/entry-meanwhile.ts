import { Conflict } from '#lib/errors.ts'

/** Someone else, or a harvest, changed what a person was changing too. */
export class EntryMeanwhile extends Conflict {
  /** Of the entry now: sending the form again with it writes over it. */
  readonly revision: number
  /** What is on record now, by field of the form. */
  readonly recorded: Readonly<Record<string, string>>

  constructor(revision: number, recorded: Readonly<Record<string, string>>) {
    super(
      'La fiche a changé pendant que vous écriviez. Ce qui est enregistré est montré sous chaque champ qui diffère : envoyez de nouveau pour enregistrer votre version, ou reprenez l’autre.',
      'The entry changed while you were writing. What is recorded is shown under each field that differs: send again to record your version, or take the other.',
    )
    this.revision = revision
    this.recorded = recorded
  }
}
