import { createHash } from 'node:crypto'
import { Conflict } from '#lib/errors.ts'

/** Another organiser changed the same thing since the form was filled from it. */
export class EditedMeanwhile extends Conflict {
  /** Of what is on record now: sending the form again with it writes over it. */
  readonly stamp: string
  /** What is on record now, by field of the form. */
  readonly recorded: Readonly<Record<string, string>>

  constructor(stamp: string, recorded: Readonly<Record<string, string>>) {
    super(
      'Quelqu’un d’autre a modifié cela pendant que vous écriviez. Ce qui est enregistré est montré sous chaque champ qui diffère : envoyez de nouveau pour enregistrer votre version, ou reprenez la sienne.',
      'Someone else changed this while you were writing. What is recorded is shown under each field that differs: send again to record your version, or take theirs.',
    )
    this.stamp = stamp
    this.recorded = recorded
  }
}

/** A short mark of what a form was filled from: equal as long as nobody changed it. */
export function stampOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
