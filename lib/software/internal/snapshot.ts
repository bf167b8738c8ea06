import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { backedCriteria } from '#lib/evidence/backed-criteria.ts'
import { catalogueVersion } from '#lib/meta.ts'
import { ORGANISATION_KINDS, SIZE_CLASSES } from '#lib/organisations/schema.ts'
import { LICENCE_FAMILIES } from '#lib/software/rules/licence.ts'
import {
  ACTIVITIES,
  FACETS,
  type Facet,
  type FacetCounts,
  PLATFORMS,
  PUBLISHER_KINDS,
  SERVED,
  type WantedFacets,
} from '#lib/software/schema.ts'

/** Facets of more values than a mask has bits: an entry holds the places of its values instead. */
const LISTED = ['fonction', 'critere', 'langue'] as const
type Listed = (typeof LISTED)[number]
type Masked = Exclude<Facet, Listed>

const isListed = (facet: Facet): facet is Listed =>
  facet === 'fonction' || facet === 'critere' || facet === 'langue'

/** One software as the list's filters and sorts need it. */
export interface SnapshotEntry {
  id: number
  nameKey: string
  updatedAt: string
  business: boolean
  confirmed: number
  total: number
  functionIds: number[]
  /** By facet, in the order of FACETS: one bit a value. An array: read a hundred thousand times a search. */
  masks: readonly number[]
  /** Places in the facet's values; those of functions are their ids. */
  lists: Record<Listed, readonly number[]>
}

/** By id of a function: the places of the criteria that its software can back. */
type CriterionPlaces = ReadonlyMap<number, readonly number[]>

/** Every software, in memory: filters and counts over 10,000 of them take one or two milliseconds. */
export interface Snapshot {
  version: number
  revision: number
  entries: Map<number, SnapshotEntry>
  /** The values of each facet, by the place of their bit or in the lists. */
  values: Record<Facet, readonly string[]>
  /** Places of languages; they only ever grow. */
  languages: string[]
  criteria: { any: CriterionPlaces; main: CriterionPlaces; written: string }
}

const holders = new WeakMap<Db, Snapshot>()

/** The snapshot of a database, brought up to date with the rows that changed since it was taken. */
export function softwareSnapshot(db: Db): Snapshot {
  const version = catalogueVersion(db)
  const known = holders.get(db)
  if (known?.version === version) return known
  const snapshot = known ?? {
    version: -1,
    revision: -1,
    entries: new Map(),
    values: {} as Snapshot['values'],
    languages: [],
    criteria: { any: new Map(), main: new Map(), written: '' },
  }
  // A version may also move without any software: a function renamed, an organisation loaded.
  snapshot.values = facetValues(db, snapshot.languages)
  followCriteria(db, snapshot)
  refresh(db, snapshot)
  snapshot.version = version
  holders.set(db, snapshot)
  return snapshot
}

/**
 * What software can back is told from its functions by the rules of the reference grid: where these have
 * changed, no revision of an entry says so.
 */
function followCriteria(db: Db, snapshot: Snapshot): void {
  const { byFunction } = backedCriteria(db)
  const placesIn = (by: ReadonlyMap<string, readonly string[]>): CriterionPlaces =>
    new Map(
      snapshot.values.fonction.flatMap((slug, id): Array<[number, number[]]> => {
        const backed = by.get(slug)
        return backed ? [[id, backed.map((name) => snapshot.values.critere.indexOf(name))]] : []
      }),
    )
  const any = placesIn(byFunction.any)
  const main = placesIn(byFunction.main)
  const written = JSON.stringify([[...any], [...main]])
  if (written === snapshot.criteria.written) return
  snapshot.criteria = { any, main, written }
  for (const entry of snapshot.entries.values()) {
    entry.lists = { ...entry.lists, critere: placesOfCriteria(snapshot, entry.functionIds) }
  }
}

/** @param functionIds of an entry, its main function first. */
const placesOfCriteria = ({ criteria }: Snapshot, functionIds: readonly number[]): number[] => [
  ...new Set([
    ...functionIds.flatMap((id) => criteria.any.get(id) ?? []),
    ...(criteria.main.get(functionIds[0] ?? 0) ?? []),
  ]),
]

function facetValues(db: Db, languages: readonly string[]): Record<Facet, readonly string[]> {
  const regions: string[] = []
  for (const { code, position } of db.all<{ code: string; position: number }>(
    sql`SELECT code, position FROM region`,
  )) {
    regions[position] = code
  }
  const groups = db
    .all<{ slug: string }>(sql`SELECT slug FROM function_group ORDER BY position`)
    .map((row) => row.slug)
  const functions: string[] = []
  for (const { id, slug } of db.all<{ id: number; slug: string }>(
    sql`SELECT id, slug FROM business_function`,
  )) {
    functions[id] = slug
  }
  return {
    groupe: groups,
    fonction: functions,
    critere: backedCriteria(db).criteria.map(({ slug }) => slug),
    pour: ORGANISATION_KINDS,
    utilisateurs: ORGANISATION_KINDS,
    taille: SIZE_CLASSES,
    region: regions,
    licence: LICENCE_FAMILIES,
    editeur: PUBLISHER_KINDS,
    plateforme: PLATFORMS,
    langue: languages,
    activite: ACTIVITIES,
    prestataire: SERVED,
  }
}

interface Row {
  id: number
  revision: number
  nameKey: string
  updatedAt: string
  licence: string
  publisherKind: string
  audience: string
  platforms: string
  languages: string
  status: string
  confirmed: number | null
  total: number | null
  kindMask: number | null
  regionMask: number | null
  sizeMask: number | null
  functionIds: string | null
  groupMask: number | null
  business: number | null
  served: number
}

function refresh(db: Db, snapshot: Snapshot): void {
  const rows = db.all<Row>(sql`
    SELECT s.id, s.revision, s.name_key AS nameKey, s.updated_at AS updatedAt,
      s.licence_family AS licence, p.kind AS publisherKind, s.audience, s.platforms,
      s.languages, s.status, f.confirmed, f.total, f.kind_mask AS kindMask, f.region_mask AS regionMask, f.size_mask AS sizeMask,
      t.functionIds, t.groupMask, t.business,
      EXISTS (SELECT 1 FROM provider_service v JOIN provider w ON w.id = v.provider_id
        WHERE v.software_id = s.id AND w.state = 'published') AS served
    FROM software s
    JOIN publisher p ON p.id = s.publisher_id
    LEFT JOIN software_figures f ON f.software_id = s.id
    LEFT JOIN (
      SELECT sf.software_id, group_concat(sf.function_id ORDER BY sf.position) AS functionIds,
        sum(DISTINCT 1 << g.position) AS groupMask, max(g.business) AS business
      FROM software_function sf
      JOIN business_function b ON b.id = sf.function_id
      JOIN function_group g ON g.id = b.group_id
      WHERE sf.software_id IN (SELECT id FROM software WHERE revision > ${snapshot.revision})
      GROUP BY sf.software_id) t ON t.software_id = s.id
    WHERE s.revision > ${snapshot.revision}`)
  const everyone = ORGANISATION_KINDS.reduce((mask, _kind, index) => mask | (1 << index), 0)
  for (const row of rows) {
    snapshot.revision = Math.max(snapshot.revision, row.revision)
    const functionIds = (row.functionIds ?? '').split(',').map(Number)
    const audience = maskOf(ORGANISATION_KINDS, JSON.parse(row.audience) as string[])
    snapshot.entries.set(row.id, {
      id: row.id,
      nameKey: row.nameKey,
      updatedAt: row.updatedAt,
      business: row.business === 1,
      confirmed: row.confirmed ?? 0,
      total: row.total ?? 0,
      functionIds,
      masks: masksOf({
        groupe: row.groupMask ?? 0,
        // No audience named: it is for every kind of organisation.
        pour: audience === 0 ? everyone : audience,
        utilisateurs: row.kindMask ?? 0,
        taille: row.sizeMask ?? 0,
        region: row.regionMask ?? 0,
        licence: maskOf(LICENCE_FAMILIES, [row.licence]),
        editeur: maskOf(PUBLISHER_KINDS, [row.publisherKind]),
        plateforme: maskOf(PLATFORMS, JSON.parse(row.platforms) as string[]),
        activite: maskOf(ACTIVITIES, [row.status]),
        prestataire: row.served,
      }),
      lists: {
        fonction: functionIds,
        critere: placesOfCriteria(snapshot, functionIds),
        langue: (JSON.parse(row.languages) as string[]).map((code) => placeOf(snapshot, code)),
      },
    })
  }
  forgetRemoved(db, snapshot)
}

/** What has been merged into another entry is gone; no revision says so. */
function forgetRemoved(db: Db, snapshot: Snapshot): void {
  const { n } = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM software`)
  if (n === snapshot.entries.size) return
  const present = new Set(db.all<{ id: number }>(sql`SELECT id FROM software`).map(({ id }) => id))
  for (const id of snapshot.entries.keys()) if (!present.has(id)) snapshot.entries.delete(id)
}

/** The mask of some values; values that the list does not have are left out. */
export function maskOf(list: readonly string[], values: readonly string[]): number {
  let mask = 0
  for (const value of values) {
    const index = list.indexOf(value)
    if (index >= 0) mask |= 1 << index
  }
  return mask
}

function masksOf(masks: Record<Masked, number>): number[] {
  return FACETS.map((facet) => (isListed(facet) ? 0 : masks[facet]))
}

const maskIn = (entry: SnapshotEntry, facet: Facet): number =>
  entry.masks[FACETS.indexOf(facet)] ?? 0

function placeOf(snapshot: Snapshot, language: string): number {
  const known = snapshot.languages.indexOf(language)
  return known >= 0 ? known : snapshot.languages.push(language) - 1
}

/** The values of every facet of an entry. */
export function facetsOf(snapshot: Snapshot, entry: SnapshotEntry): Record<Facet, string[]> {
  const valuesOf = (facet: Facet) =>
    snapshot.values[facet].filter((_value, place) =>
      isListed(facet)
        ? entry.lists[facet].includes(place)
        : (maskIn(entry, facet) & (1 << place)) !== 0,
    )
  return Object.fromEntries(FACETS.map((facet) => [facet, valuesOf(facet)])) as Record<
    Facet,
    string[]
  >
}

export interface Selection {
  matching: SnapshotEntry[]
  counts: FacetCounts
}

/**
 * Filters a snapshot: within a facet any of the values asked for, across facets all of them. A facet's
 * own counts ignore its own filter, so that one sees what another value would give.
 * @param counted without it, the counts are left empty: on the way of every key typed in the search box.
 */
export function select(
  snapshot: Snapshot,
  candidates: Iterable<SnapshotEntry>,
  wanted: WantedFacets,
  counted = true,
): Selection {
  const asked = FACETS.filter((facet) => wanted[facet].length > 0)
  const passes = asked.map((facet) => testOf(snapshot, facet, wanted[facet]))
  const matching: SnapshotEntry[] = []
  /** By facet asked for: what its own filter alone keeps out. */
  const keptOut = new Map<Facet, SnapshotEntry[]>(asked.map((facet) => [facet, []]))
  for (const entry of candidates) {
    let failed = -1
    let failures = 0
    for (let at = 0; at < passes.length && failures < 2; at++) {
      if (passes[at]?.(entry)) continue
      failed = at
      failures++
    }
    if (failures === 0) matching.push(entry)
    else if (failures === 1) keptOut.get(asked[failed] as Facet)?.push(entry)
  }
  const counts = Object.fromEntries(
    FACETS.map((facet) => {
      if (!counted) return [facet, {}]
      const tally = new Int32Array(snapshot.values[facet].length)
      for (const entries of [matching, keptOut.get(facet) ?? []]) {
        if (isListed(facet)) tallyLists(entries, facet, tally)
        else tallyMasks(entries, facet, tally)
      }
      return [facet, countsOf(snapshot.values[facet], tally)]
    }),
  ) as FacetCounts
  return { matching, counts }
}

function testOf(
  snapshot: Snapshot,
  facet: Facet,
  wanted: readonly string[],
): (entry: SnapshotEntry) => boolean {
  const values = snapshot.values[facet]
  if (isListed(facet)) {
    const asked = new Set(wanted.map((value) => values.indexOf(value)))
    return (entry) => entry.lists[facet].some((place) => asked.has(place))
  }
  const mask = maskOf(values, wanted)
  const at = FACETS.indexOf(facet)
  return (entry) => ((entry.masks[at] ?? 0) & mask) !== 0
}

function tallyMasks(entries: readonly SnapshotEntry[], facet: Masked, tally: Int32Array): void {
  const at = FACETS.indexOf(facet)
  for (const entry of entries) {
    let bits = entry.masks[at] ?? 0
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits)
      tally[bit] = (tally[bit] ?? 0) + 1
      bits &= bits - 1
    }
  }
}

function tallyLists(entries: readonly SnapshotEntry[], facet: Listed, tally: Int32Array): void {
  for (const entry of entries) {
    for (const place of entry.lists[facet]) tally[place] = (tally[place] ?? 0) + 1
  }
}

function countsOf(values: readonly string[], tally: Int32Array): Record<string, number> {
  const counts: Record<string, number> = {}
  values.forEach((value, place) => {
    const n = tally[place] ?? 0
    if (n > 0) counts[value] = n
  })
  return counts
}
