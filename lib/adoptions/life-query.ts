import { desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { user } from '#db/schema/accounts.ts'
import { adoptionEvent } from '#db/schema/adoption-life.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import type { AdoptionEventKind } from '#lib/adoptions/commands/record-event.ts'
import type { DETAIL_FIELDS } from '#lib/adoptions/declaration-schema.ts'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { type AdoptionRecord, NO_DETAIL, recordById } from './internal/adoption-record.ts'

export type DetailField = (typeof DETAIL_FIELDS)[number]

/** A line of the history of an adoption. */
export interface AdoptionEventView {
  id: number
  /** ISO 8601, UTC. */
  at: string
  kind: AdoptionEventKind
  /** Who did it, for those who may read it; empty for a link, the server, a deleted account. */
  by: string
  /** The organisation that spoke, where it is not the adopter; empty otherwise. */
  organisation: string
  changes: Array<{ field: string; from: string; to: string }>
  reason: string
}

export interface AdoptionLife {
  id: number
  revision: number
  software: { slug: string; name: string }
  organisation: { id: number; key: string; name: string }
  operator: { key: string; name: string } | null
  state: AdoptionState
  trust: AdoptionTrust
  /** ISO 8601, UTC: the organisation's own last word; empty for none. */
  confirmedAt: string
  reportedOn: string
  /** Whether the reader may change it: a moderator reads only. */
  mayChange: boolean
  /** Every field of the form, as it is typed. */
  values: Record<DetailField, string>
  /** Latest first. */
  history: AdoptionEventView[]
}

/**
 * One adoption, as those who may change it see it, with its whole history.
 * @returns undefined where there is none. @throws SignInNeeded, Forbidden
 */
export function adoptionLife(context: Context, id: number): AdoptionLife | undefined {
  const { db } = context
  const record = recordById(db, id)
  if (!record) return undefined
  const { row } = record
  const actor = assertUserMay(context.actor, 'adoption.read-history', row.organisationId)
  const uses = db
    .select({ slug: software.slug, name: software.name })
    .from(software)
    .where(eq(software.id, row.softwareId))
    .get()
  const adopter = named(db, [row.organisationId]).get(row.organisationId)
  if (!uses || !adopter) return undefined
  const operator =
    row.operatorId === null ? null : (named(db, [row.operatorId]).get(row.operatorId) ?? null)
  return {
    id: row.id,
    revision: row.revision,
    software: uses,
    organisation: { id: row.organisationId, ...adopter },
    operator,
    state: row.state,
    trust: row.trust,
    confirmedAt: row.confirmedAt,
    reportedOn: row.reportedOn,
    mayChange: may(actor, 'adoption.change', row.organisationId),
    values: valuesOf(record, operator?.key ?? ''),
    history: historyOf(db, row.id, row.organisationId),
  }
}

function valuesOf({ row, detail }: AdoptionRecord, operator: string): Record<DetailField, string> {
  const said = detail ?? NO_DETAIL
  const typed = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    state: row.state,
    since: row.since,
    version: row.version,
    workstations: typed(said.workstations),
    users: typed(said.users),
    servers: typed(said.servers),
    schoolWorkstations: typed(said.schoolWorkstations),
    services: said.services,
    runBy: said.runBy === '' && operator !== '' ? 'operator' : said.runBy,
    operator,
    provider: said.provider,
    replaces: said.replaces,
    costAvoided: typed(said.costAvoided),
    costMethod: said.costMethod,
    contactWish: said.contactWish,
    contactPublic: said.contactPublic,
    note: said.note,
    stoppedOn: said.stoppedOn,
    stopReason: said.stopReason,
    stopNote: said.stopNote,
  }
}

function named(db: Db, ids: readonly number[]): Map<number, { key: string; name: string }> {
  if (ids.length === 0) return new Map()
  const rows = db
    .select({ id: organisation.id, key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]))
    .all()
  return new Map(rows.map(({ id, key, name }) => [id, { key, name }]))
}

/** Lines of a history that a page shows; nobody changes one adoption more often. */
const MOST_EVENTS = 200

function historyOf(db: Db, adoptionId: number, adopterId: number): AdoptionEventView[] {
  const rows = db
    .select({ event: adoptionEvent, name: user.name, email: user.email })
    .from(adoptionEvent)
    .leftJoin(user, eq(user.id, adoptionEvent.userId))
    .where(eq(adoptionEvent.adoptionId, adoptionId))
    .orderBy(desc(adoptionEvent.id))
    .limit(MOST_EVENTS)
    .all()
  const ids = rows.flatMap(({ event }) => [
    event.organisationId,
    ...(event.changes.operatorId ?? []),
  ])
  const names = named(db, [...new Set(ids.filter((id) => typeof id === 'number'))])
  return rows.map(({ event, name, email }) => ({
    id: event.id,
    at: event.at,
    kind: event.kind,
    by: name || email || '',
    organisation:
      event.organisationId === null || event.organisationId === adopterId
        ? ''
        : (names.get(event.organisationId)?.name ?? ''),
    changes: Object.entries(event.changes).map(([field, [from, to]]) => ({
      field,
      from: wordOf(field, from, names),
      to: wordOf(field, to, names),
    })),
    reason: event.reason,
  }))
}

function wordOf(field: string, value: unknown, names: Map<number, { name: string }>): string {
  if (value === null || value === undefined) return ''
  if (field === 'operatorId') return names.get(Number(value))?.name ?? ''
  return String(value)
}
