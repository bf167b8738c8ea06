import { parisDay } from '#lib/day.ts'
import type { CallState } from '../schema.ts'

/** Whether one may join a call: it is open, and its last day, in Paris, has not passed. */
export const takesParts = (call: { state: CallState; deadline: string }, now: Date): boolean =>
  call.state === 'open' && (call.deadline === '' || parisDay(now) <= call.deadline)
