import type { Tx } from '#db/transaction.ts'
import { ownWord } from '#lib/adoptions/commands/declare-in.ts'
import type { Context } from '#lib/context.ts'
import { type AdoptionRecord, recordById } from './adoption-record.ts'
import { changeAdoptionRow, type WriteOptions } from './write-adoption.ts'

/** Makes what is on record the organisation's own word, said now. */
export function confirmRecord(
  tx: Tx,
  context: Context,
  record: AdoptionRecord,
  action: 'adoption.confirm' | 'adoption.reconfirm',
  options: WriteOptions,
): void {
  const { row } = record
  const word = ownWord(context.now)
  changeAdoptionRow(
    tx,
    context,
    record,
    {
      row: { ...word, revision: row.revision + 1 },
      event: {
        kind: row.confirmedAt === '' ? 'confirmed' : 'reconfirmed',
        organisationId: row.organisationId,
        changes: row.trust === word.trust ? {} : { trust: [row.trust, word.trust] },
      },
      action,
    },
    options,
  )
}

/** An adoption as it was shown to whoever confirms it. */
export interface Shown {
  id: number
  revision: number
}

export type Standing = 'waiting' | 'done' | 'changed'

/**
 * How an adoption that someone was shown stands now: still to be confirmed, confirmed already, or
 * changed since, so that what they saw is not what they would confirm.
 * @param asked ISO 8601: a word of the organisation since then is an answer already.
 */
export function standingOf(
  tx: Pick<Tx, 'select'>,
  organisationId: number,
  shown: Shown,
  asked: string,
): { standing: Standing; record: AdoptionRecord } | undefined {
  const record = recordById(tx, shown.id)
  if (!record || record.row.organisationId !== organisationId) return undefined
  const { trust, confirmedAt, revision } = record.row
  if (trust === 'confirmed' && confirmedAt !== '' && confirmedAt >= asked) {
    return { standing: 'done', record }
  }
  const same = revision === shown.revision && trust !== 'contested'
  return { standing: same ? 'waiting' : 'changed', record }
}
