import { and, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { award, edition, scheme } from '#db/schema/label.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import { EditedMeanwhile } from '../edited-meanwhile.ts'
import { type EditionRow, editionHere } from '../internal/edition-rows.ts'
import { type Faults, lockedFields, orderFaults, readTimes } from '../rules/edition-changes.ts'
import {
  asTyped,
  EDITION_FIELDS,
  type EditionField,
  type TypedEdition,
} from '../rules/edition-form.ts'
import { editionPhase } from '../rules/edition-phase.ts'

const LONGEST_NOTE = 3_000
const LONGEST_CEREMONY = 200

/**
 * Changes the calendar and the rules of an edition that is run here: times as typed in Paris. What is
 * locked since it opened must be sent as it is.
 * @throws SignInNeeded, Forbidden, NotFound, EditedMeanwhile, z.ZodError whose messages are keys of
 * EDITION_FAULTS.
 */
export function changeEdition(
  context: Context,
  input: { year: number; revision: number } & TypedEdition,
): void {
  assertMay(context.actor, 'label.edit-edition')
  const typed = tidied(input)
  inTransaction(context.db, (tx) => {
    const row = editionHere(tx, input.year)
    const recorded = typedOf(row)
    if (row.revision !== input.revision) {
      throw new EditedMeanwhile(String(row.revision), recorded)
    }
    const { times, faults } = readTimes(typed)
    const numbers = {
      graceSeconds: whole(typed.graceMinutes, 0, 24 * 60) * 60,
      scoreMax: whole(typed.scoreMax, 1, 100),
      jurorsEach: whole(typed.jurorsEach, 2, 9),
    }
    const all: Faults = {
      ...textFaults(typed),
      ...orderFaults(times, numbers.graceSeconds || 0),
      ...faults,
      ...lockFaults(tx, context, row, typed, recorded),
    }
    if (!tx.select().from(scheme).where(eq(scheme.slug, typed.scheme)).get()) {
      all.scheme = 'scheme-unknown'
    }
    if (Number.isNaN(numbers.graceSeconds)) all.graceMinutes = 'grace-wrong'
    if (Number.isNaN(numbers.scoreMax)) all.scoreMax = 'number-wrong'
    if (Number.isNaN(numbers.jurorsEach)) all.jurorsEach = 'number-wrong'
    const moved = times.closesAt !== row.closesAt && times.closesAt !== ''
    if (moved && times.closesAt <= context.now.toISOString()) all.closesAt = 'time-past'
    if (row.state === 'open') {
      for (const field of ['closesAt', 'announcesAt'] as const) {
        if (times[field] === '') all[field] ??= 'time-missing'
      }
      if (times.closesAt < row.closesAt) all.closesAt ??= 'closing-earlier'
      if (numbers.graceSeconds < row.graceSeconds) all.graceMinutes ??= 'grace-less'
    }
    refuse(all)
    tx.update(edition)
      .set({
        ...times,
        ...numbers,
        scheme: typed.scheme,
        ceremonyFr: typed.ceremonyFr,
        ceremonyEn: typed.ceremonyEn,
        noteFr: typed.noteFr,
        noteEn: typed.noteEn,
        revision: row.revision + 1,
      })
      .where(eq(edition.year, input.year))
      .run()
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'label.change-edition',
      subjectKind: 'edition',
      subject: String(input.year),
      detail: Object.fromEntries(
        EDITION_FIELDS.filter((field) => typed[field] !== recorded[field]).map((field) => [
          field,
          typed[field],
        ]),
      ),
    })
  })
}

function typedOf(row: EditionRow): TypedEdition {
  return asTyped({
    ...row,
    ceremony: { fr: row.ceremonyFr, en: row.ceremonyEn },
    note: { fr: row.noteFr, en: row.noteEn },
  })
}

/** A browser drops the seconds of a time that has none. */
function tidied(input: TypedEdition): TypedEdition {
  const time = (typed: string) =>
    /T\d{2}:\d{2}$/.test(typed.trim()) ? `${typed.trim()}:00` : typed.trim()
  return {
    scheme: input.scheme.trim(),
    opensAt: time(input.opensAt),
    closesAt: time(input.closesAt),
    juryAt: time(input.juryAt),
    announcesAt: time(input.announcesAt),
    publishesAt: time(input.publishesAt),
    graceMinutes: input.graceMinutes.trim(),
    scoreMax: input.scoreMax.trim(),
    jurorsEach: input.jurorsEach.trim(),
    ceremonyFr: oneLine(input.ceremonyFr),
    ceremonyEn: oneLine(input.ceremonyEn),
    noteFr: lines(input.noteFr),
    noteEn: lines(input.noteEn),
  }
}

function whole(typed: string, least: number, most: number): number {
  const value = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN
  return value >= least && value <= most ? value : Number.NaN
}

function textFaults(typed: TypedEdition): Faults {
  const faults: Faults = {}
  for (const [fr, en, longest] of [
    ['ceremonyFr', 'ceremonyEn', LONGEST_CEREMONY],
    ['noteFr', 'noteEn', LONGEST_NOTE],
  ] as const) {
    if (typed[fr].length > longest) faults[fr] = 'text-long'
    if (typed[en].length > longest) faults[en] = 'text-long'
    if (typed[fr] !== '' && typed[en] === '') faults[en] = 'both-languages'
    if (typed[fr] === '' && typed[en] !== '') faults[fr] = 'both-languages'
  }
  return faults
}

/** Awards that are given wait for the announcement that they were given for. */
function lockFaults(
  tx: Tx,
  context: Context,
  row: EditionRow,
  typed: TypedEdition,
  recorded: TypedEdition,
): Faults {
  const given = tx
    .select({ id: award.id })
    .from(award)
    .where(and(eq(award.edition, row.year), isNotNull(award.applicationId)))
    .get()
  const locked: readonly EditionField[] = [
    ...lockedFields(editionPhase(row, context.now)),
    ...(given ? (['announcesAt', 'publishesAt'] as const) : []),
  ]
  const changed = locked.filter((field) => typed[field] !== recorded[field])
  return Object.fromEntries(changed.map((field) => [field, 'locked']))
}

function refuse(faults: Faults): void {
  const issues = Object.entries(faults).map(([field, message]) => ({
    code: 'custom' as const,
    path: [field],
    message,
    input: undefined,
  }))
  if (issues.length > 0) throw new z.ZodError(issues)
}
