import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import type { FieldChanges } from '#lib/adoptions/commands/record-event.ts'
import type { DeclarationDetails } from '#lib/adoptions/declaration-schema.ts'
import type { DeclarationFault } from '#lib/adoptions/rules/declaration-faults.ts'
import { parisDay } from '#lib/day.ts'
import {
  type AdoptionRecord,
  type AdoptionRow,
  type DetailRow,
  NO_DETAIL,
} from './adoption-record.ts'

/** What is declared, as it is kept: columns of the adoption and of its detail. */
export interface DeclaredFields {
  row: Pick<
    AdoptionRow,
    | 'state'
    | 'since'
    | 'version'
    | 'operatorId'
    | 'perimeterUnit'
    | 'perimeterMin'
    | 'perimeterMax'
    | 'noteFr'
    | 'noteEn'
  >
  detail: Omit<DetailRow, 'adoptionId' | 'contactUserId' | 'declaredBy' | 'reconfirmAskedAt'>
}

const NO_ROW: DeclaredFields['row'] = {
  state: 'production',
  since: '',
  version: '',
  operatorId: null,
  perimeterUnit: '',
  perimeterMin: null,
  perimeterMax: null,
  noteFr: '',
  noteEn: '',
}

/**
 * What an adoption says once a declaration is added to it: a field that the declaration leaves out stays
 * as it is, an empty one is emptied.
 * @throws z.ZodError for an operator that is unknown or a date to come.
 */
export function fieldsAfter(
  tx: Tx,
  now: Date,
  before: AdoptionRecord | null,
  said: DeclarationDetails,
): DeclaredFields {
  refuseTheFuture(said, now)
  const { row: rowBefore, detail: detailBefore } = fieldsOf(before)
  const { state, since, version, operator, ...rest } = said
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const detail: DeclaredFields['detail'] = { ...detailBefore, ...given }
  let operatorId = operator === undefined ? rowBefore.operatorId : operatorIdOf(tx, operator)
  if (said.runBy === undefined) {
    if (detail.runBy === '' && operator) detail.runBy = 'operator'
    else if (detail.runBy === '' && detail.provider !== '') detail.runBy = 'provider'
  } else {
    // Who runs it decides: what another answer had asked for goes with that answer.
    if (said.runBy !== 'operator') operatorId = null
    if (said.runBy !== 'provider') detail.provider = ''
  }
  if ((detail.contactWish as string) === '') detail.contactWish = 'none'
  if (detail.contactWish !== 'public') detail.contactPublic = ''
  if (state !== 'stopped') Object.assign(detail, { stoppedOn: '', stopReason: '', stopNote: '' })
  return {
    row: {
      ...rowBefore,
      ...perimeterAfter(rowBefore, detailBefore, detail),
      ...noteAfter(rowBefore, detailBefore, detail),
      state,
      since: since ?? rowBefore.since,
      version: version ?? rowBefore.version,
      operatorId,
    },
    detail,
  }
}

function fieldsOf(record: AdoptionRecord | null): DeclaredFields {
  const { contactUserId, declaredBy, reconfirmAskedAt, ...detail } = record?.detail ?? NO_DETAIL
  const { adoptionId, ...said } = { adoptionId: 0, ...detail }
  const from = record?.row ?? NO_ROW
  const row = Object.fromEntries(
    Object.keys(NO_ROW).map((column) => [column, from[column as keyof typeof NO_ROW]]),
  ) as DeclaredFields['row']
  return { row, detail: said }
}

/** The perimeter that lists show: the first count that the organisation gives, else the document's. */
function perimeterAfter(
  row: DeclaredFields['row'],
  before: DeclaredFields['detail'],
  after: DeclaredFields['detail'],
) {
  const units = ['workstations', 'users', 'servers'] as const
  const unit = units.find((name) => after[name] !== null)
  if (unit) return { perimeterUnit: unit, perimeterMin: after[unit], perimeterMax: after[unit] }
  const { perimeterUnit, perimeterMin, perimeterMax } = units.some((name) => before[name] !== null)
    ? NO_ROW
    : row
  return { perimeterUnit, perimeterMin, perimeterMax }
}

/** The organisation's own note takes the place of the document's. */
function noteAfter(
  row: DeclaredFields['row'],
  before: DeclaredFields['detail'],
  after: DeclaredFields['detail'],
) {
  if (after.note !== '') return { noteFr: after.note, noteEn: after.note }
  return before.note !== ''
    ? { noteFr: '', noteEn: '' }
    : { noteFr: row.noteFr, noteEn: row.noteEn }
}

function operatorIdOf(tx: Tx, key: string): number | null {
  if (key === '') return null
  const row = tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (!row) throw faultOf('operator', 'operator-unknown')
  return row.id
}

function refuseTheFuture(said: DeclarationDetails, now: Date): void {
  const today = parisDay(now)
  for (const field of ['since', 'stoppedOn'] as const) {
    const date = said[field] ?? ''
    if (date > today.slice(0, date.length)) throw faultOf(field, 'date-future')
  }
}

/** A fault as zod reports one, for what only the database or the clock can tell. */
export function faultOf(field: string, message: DeclarationFault): z.ZodError {
  return new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])
}

/** Columns that say the same as another one, for readers' sake. */
const DERIVED = ['perimeterUnit', 'perimeterMin', 'perimeterMax', 'noteFr', 'noteEn']

/** What differs, field by field. A public contact is personal: that it changed is kept, not what it was. */
export function differences(before: AdoptionRecord | null, after: DeclaredFields): FieldChanges {
  const from = fieldsOf(before)
  const was: Record<string, unknown> = { ...from.row, ...from.detail }
  const is: Record<string, unknown> = { ...after.row, ...after.detail }
  const changes: FieldChanges = {}
  for (const [field, value] of Object.entries(is)) {
    const earlier = before === null && field === 'state' ? '' : was[field]
    if (DERIVED.includes(field) || earlier === value) continue
    changes[field] =
      field === 'contactPublic' ? [earlier !== '', value !== ''] : [earlier ?? '', value ?? '']
  }
  return changes
}
