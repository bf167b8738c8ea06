import type { AdoptionState } from '#lib/adoptions/schema.ts'

export interface Spoken {
  state: AdoptionState
  /** Whether the word on record is the organisation's own. */
  own: boolean
}

/** What the history calls it when an organisation says how it stands with a software. */
export function declaredEvent(
  before: Spoken | null,
  after: { state: AdoptionState; differs: boolean },
): 'declared' | 'confirmed' | 'changed' | 'reconfirmed' | 'ended' | 'reopened' {
  if (!before) return 'declared'
  if (before.state !== 'stopped' && after.state === 'stopped') return 'ended'
  if (before.state === 'stopped' && after.state !== 'stopped') return 'reopened'
  if (!before.own) return after.differs ? 'declared' : 'confirmed'
  return after.differs ? 'changed' : 'reconfirmed'
}
