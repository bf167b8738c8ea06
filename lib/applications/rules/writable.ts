import type { EditionCalendar } from '#lib/label/grid-view.ts'
import { editionPhase, takesSubmissions } from '#lib/label/rules/edition-phase.ts'
import { moveFrom } from './moves.ts'
import type { ApplicationState } from './states.ts'

/** What decides whether a dossier can be changed or sent; `edition` is null for the self-assessment. */
interface Standing {
  state: ApplicationState
  moreUntil: string
  edition: EditionCalendar | null
}

/** Until the closing second; where more is asked for, until its own deadline. The self-assessment never closes. */
export function isWritable({ state, moreUntil, edition }: Standing, now: Date): boolean {
  if (moveFrom(state, 'change') === undefined) return false
  if (edition === null) return true
  if (state === 'more-requested') return now.toISOString() < moreUntil
  return editionPhase(edition, now) === 'open'
}

/** Whether it can still be validated and sent: as long as it is written, and the organiser's grace after it. */
export function isTaken({ state, moreUntil, edition }: Standing, now: Date): boolean {
  if (edition === null) return false
  if (state !== 'more-requested') return takesSubmissions(edition, now)
  return now.getTime() < Date.parse(moreUntil) + edition.graceSeconds * 1_000
}
