import { and, eq, notInArray } from 'drizzle-orm'
import {
  activityMonth,
  repository,
  repositoryPubliccode,
  softwareRelease,
} from '#db/schema/forge.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { recordSoftwareEvent } from '#lib/publishers/record-event.ts'
import { type RepositoryRow, spreadOf } from './internal/repository-rows.ts'
import type { ForgeFault, RepositoryReading, RepositoryState } from './reading.ts'
import { nextVisit, stateAfter } from './rules/next-visit.ts'

/** Releases told to those who follow a publisher: the newest, of those that one visit found. */
const MOST_TOLD = 5

/** What of the repository's row a visit changes, besides its state. */
type Seen = Partial<Omit<RepositoryRow, 'softwareId' | 'state' | 'stateSince'>>

/**
 * Keeps what a visit read: the repository as it stands, its publiccode.yml, its releases and its months.
 * What it says of the entry's fields is lib/provenance's, in the same transaction.
 * @param etag of the answer of the forge's API, when it was asked.
 */
export function keepReadingIn(
  tx: Tx,
  context: Context,
  row: RepositoryRow,
  reading: RepositoryReading,
  etag = row.apiEtag,
): void {
  const { publiccode, codemeta, head } = reading
  const movedTo = reading.forge?.movedTo ?? reading.redirectedTo ?? ''
  settle(tx, context, row, stateOf(reading, movedTo), {
    movedTo,
    branch: head?.branch ?? '',
    headCommit: head?.commit ?? '',
    lastCommitAt: head?.date ?? '',
    refsDigest: reading.refsDigest,
    apiEtag: etag,
    licenceDetected: reading.licenceDetected ?? '',
    licenceDeclared: publiccode?.reading.values.licenceSpdx ?? codemeta?.values.licence ?? '',
    signs: { ...reading.signs },
    readAt: reading.readAt,
  })
  keepPubliccode(tx, row.softwareId, reading)
  keepReleases(tx, context, row, reading)
  if (reading.monthsKnown) keepMonths(tx, row.softwareId, reading)
}

function stateOf({ forge }: RepositoryReading, movedTo: string): RepositoryState {
  if (forge?.archived) return 'archived'
  return movedTo === '' ? 'readable' : 'moved'
}

/** Keeps that a visit found all as it was, or only what the forge's API says otherwise. */
export function keepUnchangedIn(
  tx: Tx,
  context: Context,
  row: RepositoryRow,
  api: { says: NonNullable<RepositoryReading['forge']>; etag: string } | null = null,
): void {
  const stood = ['archived', 'moved'].includes(row.state) ? row.state : 'readable'
  const movedTo = api?.says.movedTo ?? row.movedTo
  const state = !api ? stood : api.says.archived ? 'archived' : movedTo ? 'moved' : 'readable'
  settle(tx, context, row, state, api ? { movedTo, apiEtag: api.etag } : {})
}

/** Keeps that a visit failed, and why. What was read before stays. */
export function keepFaultIn(tx: Tx, context: Context, row: RepositoryRow, fault: ForgeFault): void {
  const state = stateAfter(fault)
  const failures = row.failures + 1
  // A host that fails once may have been restarted: how the repository stands does not change yet.
  const waits = state === 'unreachable' && failures === 1 && row.state !== 'new'
  settle(tx, context, row, waits ? row.state : state, { fault, failures }, state)
}

function settle(
  tx: Tx,
  context: Context,
  row: RepositoryRow,
  state: RepositoryState,
  seen: Seen,
  pace: RepositoryState = state,
): void {
  const { now } = context
  const at = now.toISOString()
  const changed = { failures: 0, fault: '', ...seen }
  const next = nextVisit({
    now,
    state: pace,
    failures: changed.failures,
    lastCommitAt: seen.lastCommitAt ?? row.lastCommitAt,
    spread: spreadOf(row.softwareId),
  })
  tx.update(repository)
    .set({
      ...changed,
      state,
      stateSince: state === row.state ? row.stateSince : at,
      visitedAt: at,
      nextAt: next.toISOString(),
    })
    .where(eq(repository.softwareId, row.softwareId))
    .run()
  if (state !== row.state && row.state !== 'new') {
    recordSoftwareEvent(tx, context, {
      softwareId: row.softwareId,
      kind: 'repository-state',
      detail: {
        from: row.state,
        to: state,
        ...(state === 'moved' ? { movedTo: seen.movedTo ?? row.movedTo } : {}),
      },
    })
  }
}

function keepPubliccode(tx: Tx, softwareId: number, reading: RepositoryReading): void {
  const { publiccode, head, readAt } = reading
  if (!publiccode || !head) {
    tx.delete(repositoryPubliccode).where(eq(repositoryPubliccode.softwareId, softwareId)).run()
    return
  }
  const row = {
    path: publiccode.path,
    body: publiccode.text,
    version: publiccode.reading.version ?? '',
    valid: publiccode.reading.valid,
    findings: publiccode.reading.findings,
    commit: head.commit,
    readAt,
  }
  tx.insert(repositoryPubliccode)
    .values({ softwareId, ...row })
    .onConflictDoUpdate({ target: repositoryPubliccode.softwareId, set: row })
    .run()
}

function keepReleases(
  tx: Tx,
  context: Context,
  row: RepositoryRow,
  { releases }: RepositoryReading,
): void {
  const { softwareId } = row
  const known = new Map(
    tx
      .select()
      .from(softwareRelease)
      .where(eq(softwareRelease.softwareId, softwareId))
      .all()
      .map((release) => [release.tag, release]),
  )
  const told: string[] = []
  for (const release of releases) {
    const before = known.get(release.tag)
    known.delete(release.tag)
    if (before && before.commit === release.commit && before.date === release.date) continue
    tx.insert(softwareRelease)
      .values({ softwareId, ...release })
      .onConflictDoUpdate({
        target: [softwareRelease.softwareId, softwareRelease.tag],
        set: release,
      })
      .run()
    if (!before) told.push(release.tag)
  }
  for (const tag of known.keys()) {
    tx.delete(softwareRelease)
      .where(and(eq(softwareRelease.softwareId, softwareId), eq(softwareRelease.tag, tag)))
      .run()
  }
  // All are new at the first reading: none is news.
  if (row.readAt === '') return
  for (const tag of told.slice(0, MOST_TOLD).reverse()) {
    const { version, date } = releases.find((release) => release.tag === tag) ?? {}
    recordSoftwareEvent(tx, context, {
      softwareId,
      kind: 'release',
      detail: { tag, version, date },
    })
  }
}

function keepMonths(tx: Tx, softwareId: number, { months }: RepositoryReading): void {
  tx.delete(activityMonth)
    .where(
      and(
        eq(activityMonth.softwareId, softwareId),
        notInArray(
          activityMonth.month,
          months.map(({ month }) => month),
        ),
      ),
    )
    .run()
  for (const month of months) {
    tx.insert(activityMonth)
      .values({ softwareId, ...month })
      .onConflictDoUpdate({
        target: [activityMonth.softwareId, activityMonth.month],
        set: month,
      })
      .run()
  }
}
