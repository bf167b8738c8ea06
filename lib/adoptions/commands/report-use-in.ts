import type { Tx } from '#db/transaction.ts'
import { askToConfirm } from '#lib/adoptions/commands/ask-to-confirm.ts'
import type { AdoptionState } from '#lib/adoptions/schema.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { Conflict } from '#lib/errors.ts'
import { copiesOf, recordOfPair } from '../internal/adoption-record.ts'
import { changeAdoptionRow, insertAdoptionRow } from '../internal/write-adoption.ts'

export type UseReported = 'created' | 'changed' | 'unchanged'

interface ReportedUse {
  softwareId: number
  organisationId: number
  /** The organisation that the publisher is; null where it is none. */
  reporterId: number | null
  state: AdoptionState
  since: string
  sourceId: number
}

/**
 * Records a publisher's word on one use of its software, in the caller's transaction: what is new is
 * `reported`, its own earlier word is brought up to date, and no other word is touched. The members of
 * the organisation are asked to confirm. The caller has checked the right.
 * @throws Conflict when somebody else's word is on record, or when it speaks of itself
 */
export function reportUseIn(
  tx: Tx,
  context: Context & { actor: UserActor },
  said: ReportedUse,
  links: Parameters<typeof askToConfirm>[3],
): UseReported {
  const { softwareId, organisationId, reporterId, state, since, sourceId } = said
  if (organisationId === reporterId) {
    throw new Conflict(
      'C’est votre propre organisme : ce qu’il utilise se déclare dans son espace, et vaut alors confirmation.',
      'This is your own organisation: what it uses is declared in its space, and then counts as confirmed.',
    )
  }
  const at = context.now.toISOString()
  const reportedOn = parisDay(context.now)
  const word = { state, since, sourceId, reportedOn, reporterId, origin: 'publisher' } as const
  const event = { kind: 'reported', organisationId: reporterId, userId: context.actor.id } as const
  const before = recordOfPair(tx, softwareId, organisationId)
  if (!before) {
    insertAdoptionRow(
      tx,
      context,
      {
        ...copiesOf(tx, organisationId),
        ...word,
        softwareId,
        organisationId,
        trust: 'reported',
        createdAt: at,
        updatedAt: at,
      },
      { event, action: 'adoption.report' },
    )
    askToConfirm(tx, context, [organisationId], links)
    return 'created'
  }
  const { row } = before
  if (row.origin !== 'publisher' || row.trust !== 'reported' || row.reporterId !== reporterId) {
    throw new Conflict(
      'Cette utilisation est déjà au catalogue, par la parole de cet organisme ou d’un autre document : elle reste comme elle est.',
      'This use is in the catalogue already, by the word of this organisation or of another document: it stays as it is.',
    )
  }
  if (row.state === state && (since === '' || row.since === since)) return 'unchanged'
  const changed = { state, since: since || row.since }
  const fields = (['state', 'since'] as const).filter((field) => row[field] !== changed[field])
  changeAdoptionRow(tx, context, before, {
    row: { ...word, ...changed, revision: row.revision + 1 },
    event: {
      ...event,
      kind: 'changed',
      changes: Object.fromEntries(fields.map((field) => [field, [row[field], changed[field]]])),
    },
    action: 'adoption.change',
  })
  return 'changed'
}
