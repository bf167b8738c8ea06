import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'

/** What two records of one use are weighed by, and what they fill each other's gaps with. */
export interface MergedFields {
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  version: string
  perimeterUnit: string
  perimeterMin: number | null
  perimeterMax: number | null
  operatorId: number | null
  noteFr: string
  noteEn: string
  reportedOn: string
  sourceId: number | null
  origin: 'document' | 'organisation' | 'operator' | 'publisher'
  reporterId: number | null
  confirmedAt: string
  revision: number
  createdAt: string
  updatedAt: string
}

/** Whether it is the organisation's own word, which it has not taken back. */
const isOwnWord = (row: MergedFields) =>
  (row.origin === 'organisation' || row.confirmedAt !== '') && row.trust !== 'contested'

const earliest = (...dates: string[]) => dates.sort()[0] ?? ''
const latest = (...dates: string[]) => dates.sort().at(-1) ?? ''

/** When the one who says so said it. */
const saidOn = (row: MergedFields) =>
  (isOwnWord(row) ? row.confirmedAt : row.reportedOn) || row.updatedAt

/**
 * One record of two that are about the same use: the organisation's own word before a report, the later
 * word before the earlier; what it leaves open is filled from the other. A report stays contested where
 * either was; a word of its own stands, as it does when a contestation is settled.
 * @returns the record, and which of the two it speaks for.
 */
export function bestOfBoth<Row extends MergedFields>(
  one: Row,
  other: Row,
): { merged: MergedFields; winner: Row; loser: Row } {
  const otherWins =
    isOwnWord(one) === isOwnWord(other) ? saidOn(other) > saidOn(one) : isOwnWord(other)
  const [winner, loser] = otherWins ? [other, one] : [one, other]
  const perimeter = winner.perimeterUnit === '' ? loser : winner
  return {
    winner,
    loser,
    merged: {
      state: winner.state,
      trust: loser.trust === 'contested' && !isOwnWord(winner) ? 'contested' : winner.trust,
      since: winner.since || loser.since,
      version: winner.version || loser.version,
      perimeterUnit: perimeter.perimeterUnit,
      perimeterMin: perimeter.perimeterMin,
      perimeterMax: perimeter.perimeterMax,
      operatorId: winner.operatorId ?? loser.operatorId,
      noteFr: winner.noteFr || loser.noteFr,
      noteEn: winner.noteEn || loser.noteEn,
      reportedOn: winner.reportedOn || loser.reportedOn,
      sourceId: winner.sourceId ?? loser.sourceId,
      origin: winner.origin,
      reporterId: winner.reporterId,
      confirmedAt: latest(winner.confirmedAt, loser.confirmedAt),
      // Whoever is changing either of them is shown what changed.
      revision: Math.max(winner.revision, loser.revision) + 1,
      createdAt: earliest(winner.createdAt, loser.createdAt),
      updatedAt: winner.updatedAt,
    },
  }
}
