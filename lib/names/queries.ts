import { sql } from 'drizzle-orm'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { findOrganisations } from '#lib/organisations/queries.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import type { SourceView } from '#lib/sources.ts'
import { type ClassedName, classify, storedNames } from './internal/classify.ts'
import { placeOfNames } from './internal/place.ts'
import {
  type CandidateReason,
  MOST_NAMES,
  NAME_VIEWS,
  NAMES_A_PAGE,
  type NameListKind,
  type NameReason,
  type NameView,
} from './schema.ts'

type Reading = Pick<Context, 'db' | 'actor'>

export type NameCounts = Record<NameView, number>

export interface NameListView {
  id: number
  kind: NameListKind
  source: SourceView
  createdAt: string
  updatedAt: string
  /** Names in the document now. */
  names: number
  counts: NameCounts
  /** As many as a list may hold: the rest of the document, if there is more, was not read. */
  full: boolean
  /** Whether nothing rests on it, so that it can be removed. */
  removable: boolean
}

export interface NamesOverview {
  software: { slug: string; name: string }
  lists: NameListView[]
  names: number
  counts: NameCounts
}

/** The software whose names are looked at. @throws NotFound, SignInNeeded, Forbidden */
export function namesPlace(context: Reading, slug: string): { slug: string; name: string } {
  const place = placeOfNames(context.db, slug)
  assertMay(context.actor, 'names.read', { publisher: place.publisherId })
  return { slug: place.slug, name: place.name }
}

/**
 * The lists of users that a publisher keeps of a software, each with how far its names are.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function getNames(context: Reading, slug: string): NamesOverview {
  const { db } = context
  const place = placeOfNames(db, slug)
  assertMay(context.actor, 'names.read', { publisher: place.publisherId })
  const rows = db.all<Omit<NameListView, 'source' | 'counts' | 'names'> & SourceView>(sql`
    SELECT l.id, l.kind, l.created_at AS createdAt, l.updated_at AS updatedAt, s.title, s.url, s.date
    FROM name_list l JOIN source s ON s.id = l.source_id
    WHERE l.software_id = ${place.softwareId} ORDER BY l.id`)
  const lists = rows.map(({ title, url, date, ...list }) => {
    const names = classify(db, storedNames(db, list.id))
    // A name of two bodies stands in the list once.
    const current = new Set(names.filter(({ state }) => state !== 'gone').map(({ name }) => name))
      .size
    return {
      ...list,
      source: { title, url, date },
      names: current,
      counts: countsOf(names),
      full: current >= MOST_NAMES,
      removable: list.kind !== 'used-by' && !names.some(({ state }) => state === 'kept'),
    }
  })
  return {
    software: { slug: place.slug, name: place.name },
    lists,
    names: lists.reduce((sum, list) => sum + list.names, 0),
    counts: Object.fromEntries(
      NAME_VIEWS.map((view) => [view, lists.reduce((sum, list) => sum + list.counts[view], 0)]),
    ) as NameCounts,
  }
}

function countsOf(names: readonly ClassedName[]): NameCounts {
  const counts: NameCounts = { surs: 0, douteux: 0, sans: 0, decides: 0, disparus: 0 }
  for (const { view } of names) if (view) counts[view]++
  return counts
}

/** An organisation that a name may mean, as a person tells it from others. */
export interface CandidateView {
  id: number
  key: string
  siren: string | null
  name: string
  kind: OrganisationKind
  form: string
  departement: string
  departementName: string
  population: number | null
  /** Null where a person found it. */
  why: CandidateReason | null
  alias: string
  /** What is on record of its use of this software; null for nothing. */
  use: { trust: AdoptionTrust; state: AdoptionState } | null
}

export interface ShownName {
  id: number
  name: string
  state: ClassedName['state']
  how: ClassedName['how']
  decidedAt: string
  reasons: NameReason[]
  /** Départements of those that bear the name, where several do. */
  departements: number
  /** How many more it may mean than are proposed. */
  more: number
  candidates: CandidateView[]
  /** What it was decided to mean, here or elsewhere; null for no public body, undefined for nothing. */
  meant: CandidateView | null | undefined
  remembered: boolean
}

/**
 * A page of the names of a list, of one view.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function listNames(
  context: Reading,
  slug: string,
  asked: { list: number; view: NameView; page: number },
): { items: ShownName[]; total: number; page: number; pages: number } {
  const { db } = context
  const place = placeOfNames(db, slug)
  assertMay(context.actor, 'names.read', { publisher: place.publisherId })
  const { n } = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM name_list WHERE id = ${asked.list} AND software_id = ${place.softwareId}`,
  )
  const all = n === 0 ? [] : classify(db, storedNames(db, asked.list))
  const names = all.filter(({ view }) => view === asked.view)
  const pages = Math.max(1, Math.ceil(names.length / NAMES_A_PAGE))
  const page = Math.min(asked.page, pages)
  const shown = names.slice((page - 1) * NAMES_A_PAGE, page * NAMES_A_PAGE)
  const candidates = readCandidates(db, place.softwareId, shown.flatMap(idsOf))
  return {
    items: shown.map((name) => viewOf(name, candidates)),
    total: names.length,
    page,
    pages,
  }
}

const idsOf = ({ match, organisationId, knownId }: ClassedName) => [
  ...(match?.candidates.map((item) => item.organisationId) ?? []),
  ...[organisationId, knownId].filter((id) => id !== null),
]

function viewOf(name: ClassedName, candidates: ReadonlyMap<number, CandidateView>): ShownName {
  const found = (name.match?.candidates ?? []).flatMap(({ organisationId, why, alias }) => {
    const candidate = candidates.get(organisationId)
    return candidate ? [{ ...candidate, why, alias }] : []
  })
  const remembered = name.state === 'open' && name.known === 1
  const meantId = remembered ? name.knownId : name.organisationId
  const meant = meantId === null ? null : candidates.get(meantId)
  return {
    id: name.id,
    name: name.name,
    state: name.state,
    how: name.how,
    decidedAt: name.decidedAt,
    reasons: name.match?.reasons ?? [],
    departements: name.match?.departements ?? 0,
    more: name.match?.more ?? 0,
    candidates: found,
    meant: remembered || name.state !== 'open' ? meant : undefined,
    remembered,
  }
}

function readCandidates(
  db: Context['db'],
  softwareId: number,
  ids: readonly number[],
): Map<number, CandidateView> {
  const rows = db.all<
    Omit<CandidateView, 'use' | 'why' | 'alias'> & {
      trust: AdoptionTrust | null
      state: AdoptionState | null
    }
  >(sql`
    SELECT o.id, o.key, o.siren, o.name, o.kind, o.form, o.departement, coalesce(d.name, '') AS departementName,
      o.population, a.trust, a.state
    FROM organisation o LEFT JOIN departement d ON d.code = o.departement
    LEFT JOIN adoption a ON a.organisation_id = o.id AND a.software_id = ${softwareId}
    WHERE o.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(
    rows.map(({ trust, state, ...row }) => [
      row.id,
      { ...row, why: null, alias: '', use: trust && state ? { trust, state } : null },
    ]),
  )
}

/** Organisations that a person looks for, by name, SIREN, INSEE or postal code: the best few. */
export function findCandidates(context: Reading, slug: string, typed: string): CandidateView[] {
  const place = placeOfNames(context.db, slug)
  assertMay(context.actor, 'names.read', { publisher: place.publisherId })
  if (typed.trim() === '') return []
  const { items } = findOrganisations(context, organisationFilters.parse({ q: typed }))
  const ids = items.slice(0, MOST_FOUND).map(({ id }) => id)
  const candidates = readCandidates(context.db, place.softwareId, ids)
  return ids.flatMap((id) => candidates.get(id) ?? [])
}

const MOST_FOUND = 8
