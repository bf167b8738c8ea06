import type { Tx } from '#db/transaction.ts'
import { declarationDetails } from '#lib/adoptions/declaration-schema.ts'
import { isWorthRenewing } from '#lib/adoptions/rules/ageing.ts'
import { declaredEvent } from '#lib/adoptions/rules/declared-event.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { copiesOf, recordOfPair } from '../internal/adoption-record.ts'
import { differences, fieldsAfter } from '../internal/declared-fields.ts'
import {
  changeAdoptionRow,
  insertAdoptionRow,
  type WriteOptions,
} from '../internal/write-adoption.ts'

export interface Declared {
  adoptionId: number
  outcome: 'created' | 'changed' | 'unchanged'
}

interface DeclarationInput {
  softwareId: number
  organisationId: number
  /** Who declares; null for someone whose account is gone. */
  userId: string | null
  declaration: Record<string, string>
}

/** Of the audit, by what the history calls it. */
const ACTIONS = {
  declared: 'adoption.declare',
  confirmed: 'adoption.confirm',
  changed: 'adoption.change',
  reconfirmed: 'adoption.reconfirm',
  ended: 'adoption.end',
  reopened: 'adoption.reopen',
} as const

/**
 * Records an organisation's own word on its use of a software, in the caller's transaction. The pair is
 * the identity: what is on record already is changed, and the same word twice writes nothing. The caller
 * has checked the right (`adoption.declare`, or that of settling what waited).
 * @param input.declaration fields of `declarationInput`: one that is left out stays as it is on record,
 * an empty one is emptied. A list that knows only names and versions must leave the others out.
 * @throws z.ZodError whose messages are keys of DECLARATION_FAULTS
 */
export function declareIn(
  tx: Tx,
  context: Context,
  input: DeclarationInput,
  options: WriteOptions = {},
): Declared {
  const { softwareId, organisationId, userId } = input
  const { before, said, after, changes, differs, isNews } = compare(tx, context, input)
  if (before && !isNews) return { adoptionId: before.row.id, outcome: 'unchanged' }
  const at = context.now.toISOString()
  const row = { ...after.row, ...ownWord(context.now) }
  const relayed = after.detail.contactWish === 'relay'
  const detail = {
    ...after.detail,
    // Whoever was to receive what is relayed goes on doing so.
    contactUserId: relayed ? (before?.detail?.contactUserId ?? userId) : null,
    declaredBy: userId,
  }
  const event = {
    kind: declaredEvent(
      before && { state: before.row.state, own: before.row.origin === 'organisation' },
      {
        state: said.state,
        differs,
      },
    ),
    organisationId,
    userId,
    changes,
    reason: said.state === 'stopped' ? after.detail.stopNote : '',
  }
  const action = ACTIONS[event.kind]
  if (before) {
    const revision = before.row.revision + 1
    changeAdoptionRow(
      tx,
      context,
      before,
      { row: { ...row, revision }, detail, event, action },
      options,
    )
    return { adoptionId: before.row.id, outcome: 'changed' }
  }
  const copies = copiesOf(tx, organisationId)
  const adoptionId = insertAdoptionRow(
    tx,
    context,
    { ...row, ...copies, softwareId, organisationId, createdAt: at, updatedAt: at },
    { detail, event, action },
    options,
  )
  return { adoptionId, outcome: 'created' }
}

/** Whether a declaration says what the organisation said already, so that it would write nothing. */
export function isSaidAlready(tx: Tx, context: Context, input: DeclarationInput): boolean {
  return !compare(tx, context, input).isNews
}

function compare(
  tx: Tx,
  context: Context,
  { softwareId, organisationId, declaration }: DeclarationInput,
) {
  const said = declarationDetails.parse(declaration)
  const before = recordOfPair(tx, softwareId, organisationId) ?? null
  const after = fieldsAfter(tx, context.now, before, said)
  const changes = differences(before, after)
  const differs = Object.keys(changes).length > 0
  const own = before?.row.origin === 'organisation' && before.row.trust === 'confirmed'
  const isNews = !own || differs || isWorthRenewing(before.row.confirmedAt, context.now)
  return { before, said, after, changes, differs, isNews }
}

/** The columns that make a word the organisation's own, said now. */
export function ownWord(now: Date) {
  return {
    trust: 'confirmed',
    origin: 'organisation',
    confirmedAt: now.toISOString(),
    reportedOn: parisDay(now),
  } as const
}
