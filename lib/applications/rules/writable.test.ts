import { expect, it } from 'vitest'
import type { EditionCalendar } from '#lib/label/grid-view.ts'
import { isTaken, isWritable } from './writable.ts'

// The Sunday on which Paris goes back to winter time: 03:00 is 02:00 again. Instants do not care.
const edition: EditionCalendar = {
  year: 2026,
  scheme: 'copyleft-5',
  state: 'open',
  grid: '2026',
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-10-25T01:30:00.000Z',
  juryAt: '',
  announcesAt: '',
  publishesAt: '',
  graceSeconds: 600,
  scoreMax: 5,
  jurorsEach: 2,
  revision: 1,
}
const LATER = '2026-11-05T17:00:00.000Z'

it.each([
  // state, edition, moment, changed, sent
  ['draft', edition, '2026-08-31T23:59:59.999Z', false, false],
  ['draft', edition, '2026-09-01T00:00:00.000Z', true, true],
  ['draft', edition, '2026-10-25T01:29:59.999Z', true, true],
  ['draft', edition, '2026-10-25T01:30:00.000Z', false, true],
  ['validated', edition, '2026-10-25T01:39:59.999Z', false, true],
  ['validated', edition, '2026-10-25T01:40:00.000Z', false, false],
  ['more-requested', edition, '2026-11-05T16:59:59.999Z', true, true],
  ['more-requested', edition, LATER, false, true],
  ['more-requested', edition, '2026-11-05T17:10:00.000Z', false, false],
  ['submitted', edition, '2026-10-01T00:00:00.000Z', false, true],
  ['draft', null, LATER, true, false],
] as const)('%s, at %s: changed %s, sent %s', (state, of, moment, changed, sent) => {
  const standing = { state, edition: of, moreUntil: state === 'more-requested' ? LATER : '' }
  expect(isWritable(standing, new Date(moment))).toBe(changed)
  expect(isTaken(standing, new Date(moment))).toBe(sent)
})
