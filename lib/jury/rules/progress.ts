/** A juror of a file, as far as the others need to know. */
export interface Seat {
  /** ISO 8601; empty for not finished. */
  finishedAt: string
  /** Whether a link with the candidate closes the file to them. */
  barred: boolean
}

/**
 * Whether a juror has said all about the dossier as it stands: one that was submitted anew, because more
 * was asked for, is to be looked at again.
 */
export const hasFinished = (seat: Seat, submittedAt: string): boolean =>
  seat.finishedAt !== '' && seat.finishedAt >= submittedAt

export interface JuryProgress {
  /** Jurors who may read the file. */
  seated: number
  finished: number
  /** Enough of them for the file to be assessed. */
  complete: boolean
  /** All of them have finished, and they are enough: from then on each reads the others. */
  revealed: boolean
}

/** Where the jury stands with a file. Whoever is barred neither counts nor is waited for. */
export function juryProgress(
  seats: readonly Seat[],
  submittedAt: string,
  jurorsEach: number,
): JuryProgress {
  const free = seats.filter(({ barred }) => !barred)
  const finished = free.filter((seat) => hasFinished(seat, submittedAt)).length
  const complete = free.length >= jurorsEach
  return {
    seated: free.length,
    finished,
    complete,
    revealed: complete && finished === free.length,
  }
}

/**
 * The state that a file is in by what its jurors have done; states that others give stay as they are.
 * @param begun whether a juror has written anything.
 */
export function stateByJury(
  state: string,
  { complete, revealed }: JuryProgress,
  begun: boolean,
): string {
  if (!['submitted', 'examining', 'assessed'].includes(state)) return state
  if (revealed) return 'assessed'
  return complete || begun || state !== 'submitted' ? 'examining' : 'submitted'
}
