import { eq } from 'drizzle-orm'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import { relateFromPubliccodeIn } from '#lib/compare/commands/relate-from-publiccode.ts'
import type { Context } from '#lib/context.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import { type Change, type EntryValues, entryValues, writeEntryValuesIn } from './entry-values.ts'
import type { EntryFieldName, SaidField } from './fields.ts'
import {
  differencesOf,
  dropDifference,
  originsOf,
  type Seen,
  writeDifference,
  writeOrigin,
  writeSeen,
} from './internal/origins.ts'
import { type ChangedBy, recordChangeIn } from './record-change.ts'
import { isUsable, judgeSaid, ofRepository } from './rules/judge-said.ts'
import { sameValue, type Value } from './rules/same-value.ts'

export interface Applied {
  changes: Change[]
  /** Fields that the repository says otherwise than a person, and did not before. */
  opened: EntryFieldName[]
}

/**
 * Writes what a repository says of an entry, in the transaction of the visit that read it. What the
 * repository said so far, and what nobody has said, follows it. What a person or the reference data said
 * stands: where the repository says otherwise, a difference is opened, and a person decides. The same
 * reading twice writes nothing.
 * @param options.by whose word the change is in the entry's history, a harvest's unless told.
 */
export function applyReadingIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  reading: RepositoryReading,
  { runId, by = 'harvest' }: { runId?: number; by?: ChangedBy } = {},
): Applied {
  const entry = tx
    .select({ slug: software.slug, publisherId: software.publisherId })
    .from(software)
    .where(eq(software.id, softwareId))
    .get()
  const values = entryValues(tx, softwareId)
  // An empty repository says nothing, not even that it says nothing.
  if (!entry || !values || reading.head === null) return { changes: [], opened: [] }
  const said = entryFieldsOf(reading).filter(isUsable)
  const { after, opened } = settleFields(tx, context, softwareId, values, said)
  const changes = writeEntryValuesIn(tx, context, softwareId, values, after)
  relateFromPubliccodeIn(tx, context, softwareId, basedOn(reading))
  const commit = reading.head.commit
  recordChangeIn(tx, context, { softwareId, by, changes, commit, runId })
  const about = { publisherId: entry.publisherId, softwareId }
  if (changes.length > 0) {
    const fields = changes.map(({ field }) => field)
    recordAudit(tx, context, {
      action: 'software.follow-repository',
      subjectKind: 'software',
      subject: entry.slug,
      detail: { fields, commit },
    })
    recordPublisherEvent(tx, context, {
      ...about,
      kind: 'entry-changed',
      detail: { by, fields, commit },
    })
  }
  if (opened.length > 0) {
    recordPublisherEvent(tx, context, { ...about, kind: 'difference', detail: { fields: opened } })
  }
  return { changes, opened }
}

/** What the software is based on, as its publiccode.yml says. */
const basedOn = ({ publiccode }: RepositoryReading) => publiccode?.reading.values.isBasedOn ?? []

/** Judges each field that is said, and writes whose each is. @returns the values to write. */
function settleFields(
  tx: Tx,
  context: Context,
  softwareId: number,
  values: EntryValues,
  fields: readonly SaidField[],
): { after: Partial<EntryValues>; opened: EntryFieldName[] } {
  const origins = originsOf(tx, softwareId)
  const differences = differencesOf(tx, softwareId).repository
  const after: Partial<EntryValues> = {}
  const opened: EntryFieldName[] = []
  for (const said of fields) {
    const { field, value, origin } = said
    const [known, difference] = [origins.get(field), differences.get(field)]
    const declined = difference?.state === 'declined' ? (difference.value as Value) : undefined
    const current = values[field]
    const owner = known?.kind ?? 'reference'
    const judgement = judgeSaid({ said, current, origin: owner, declined })
    const seen = { value, origin }
    const news = !isSeen(known?.seen, said)
    if (judgement === 'write') after[field] = value
    if (judgement === 'write' || (judgement === 'agrees' && news && ofRepository(owner))) {
      writeOrigin(tx, context, softwareId, field, { ...origin, seen })
    } else if (news) writeSeen(tx, context, softwareId, field, seen)
    if (judgement === 'differs') {
      const isOpen =
        difference?.state === 'open' && sameValue(field, difference.value as Value, value)
      if (!isOpen) {
        writeDifference(tx, context, softwareId, field, { value, origin, state: 'open' })
        opened.push(field)
      }
    } else if (difference && (judgement !== 'nothing' || difference.state === 'open')) {
      dropDifference(tx, softwareId, field, false)
    }
  }
  forgetUnsaid(tx, context, softwareId, fields)
  return { after, opened }
}

/** Whether a reading brings no news of a field: the same word of the same file, at whatever commit. */
function isSeen(seen: Seen | null | undefined, { field, value, origin }: SaidField): boolean {
  return (
    seen !== null &&
    seen !== undefined &&
    JSON.stringify(seen.value) === JSON.stringify(value) &&
    sameValue(field, seen.value, value) &&
    seen.origin.kind === origin.kind &&
    seen.origin.path === origin.path
  )
}

/** What a repository no longer says waits for nobody's decision. What came from it stays as it was. */
function forgetUnsaid(
  tx: Tx,
  context: Context,
  softwareId: number,
  fields: readonly SaidField[],
): void {
  const said = new Set<string>(fields.map(({ field }) => field))
  for (const [field, { state }] of differencesOf(tx, softwareId).repository) {
    if (!said.has(field) && state === 'open') {
      dropDifference(tx, softwareId, field as EntryFieldName, false)
    }
  }
  for (const [field, { kind, seen }] of originsOf(tx, softwareId)) {
    if (said.has(field) || seen === null) continue
    if (kind === 'person' || kind === 'reference') {
      writeSeen(tx, context, softwareId, field as EntryFieldName, null)
    }
  }
}
