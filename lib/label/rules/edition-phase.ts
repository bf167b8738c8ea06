import type { EditionCalendar, EditionPhase } from '#lib/label/grid-view.ts'

type Dates = Pick<
  EditionCalendar,
  'state' | 'opensAt' | 'closesAt' | 'announcesAt' | 'publishesAt' | 'graceSeconds'
>

/**
 * Where an edition stands at a moment: its dates say it, nobody has to turn it. `closed` begins at the
 * closing second; see takesSubmissions for the grace after it.
 */
export function editionPhase(edition: Dates, now: Date): EditionPhase {
  if (edition.state !== 'open') return edition.state
  const at = now.toISOString()
  const reached = (moment: string) => moment !== '' && moment <= at
  const published = edition.publishesAt || edition.announcesAt
  if (reached(published)) return 'published'
  if (reached(edition.announcesAt)) return 'announced'
  if (reached(edition.closesAt)) return 'closed'
  return reached(edition.opensAt) ? 'open' : 'announced-opening'
}

/** Whether a dossier can still be submitted: until closing, to the second, and the grace after it. */
export function takesSubmissions(edition: Dates, now: Date): boolean {
  const phase = editionPhase(edition, now)
  if (phase === 'open') return true
  if (phase !== 'closed') return false
  return now.getTime() < Date.parse(edition.closesAt) + edition.graceSeconds * 1_000
}
