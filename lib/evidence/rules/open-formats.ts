import { nothing, type Outcome } from './outcome.ts'

/**
 * R7 (label-tnl.md 5): software of A(o) whose record declares an open format. The catalogue keeps no such
 * field, so nothing is derived: owning a tool would not prove the practice anyway. Said, not guessed.
 */
export function openFormats(): Outcome {
  return nothing([], ['nothing', 'hint'])
}
