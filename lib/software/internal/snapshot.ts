import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { catalogueVersion } from '#lib/meta.ts'
import { ORGANISATION_KINDS, SIZE_CLASSES } from '#lib/organisations/schema.ts'
import { LICENCE_FAMILIES } from '#lib/software/rules/licence.ts'
import { FACETS, type Facet, PLATFORMS } from '#lib/software/schema.ts'

export const PUBLISHER_KINDS = [
  'public-body',
  'community',
  'association',
  'foundation',
  'company',
  'research',
  'individual-project',
] as const

/** One software as the list's filters and sorts need it: one bit mask a facet. */
export interface SnapshotEntry {
  id: number
  nameKey: string
  updatedAt: string
  business: boolean
  total: number
  functionIds: number[]
  masks: Record<Facet, number>
}

/** Every software, in memory: filters and counts over 10,000 of them take one or two milliseconds. */
export interface Snapshot {
  version: number
  revision: number
  entries: Map<number, SnapshotEntry>
  /** The values of each facet, by the place of their bit. */
  values: Record<Facet, readonly string[]>
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
    values: facetValues(db),
  }
  // A version may also move without any software: a function renamed, an organisation loaded.
  snapshot.values = facetValues(db)
  refresh(db, snapshot)
  snapshot.version = version
  holders.set(db, snapshot)
  return snapshot
}

function facetValues(db: Db): Record<Facet, readonly string[]> {
  const regions: string[] = []
  for (const { code, position } of db.all<{ code: string; position: number }>(
    sql`SELECT code, position FROM region`,
  )) {
    regions[position] = code
  }
  const groups = db
    .all<{ slug: string }>(sql`SELECT slug FROM function_group ORDER BY position`)
    .map((row) => row.slug)
  return {
    groupe: groups,
    pour: ORGANISATION_KINDS,
    utilisateurs: ORGANISATION_KINDS,
    taille: SIZE_CLASSES,
    region: regions,
    licence: LICENCE_FAMILIES,
    editeur: PUBLISHER_KINDS,
    plateforme: PLATFORMS,
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
  total: number | null
  kindMask: number | null
  regionMask: number | null
  sizeMask: number | null
  functionIds: string | null
  groupMask: number | null
  business: number | null
}

function refresh(db: Db, snapshot: Snapshot): void {
  const rows = db.all<Row>(sql`
    SELECT s.id, s.revision, s.name_key AS nameKey, s.updated_at AS updatedAt,
      s.licence_family AS licence, p.kind AS publisherKind, s.audience, s.platforms,
      f.total, f.kind_mask AS kindMask, f.region_mask AS regionMask, f.size_mask AS sizeMask,
      t.functionIds, t.groupMask, t.business
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
    const audience = maskOf(ORGANISATION_KINDS, JSON.parse(row.audience) as string[])
    snapshot.entries.set(row.id, {
      id: row.id,
      nameKey: row.nameKey,
      updatedAt: row.updatedAt,
      business: row.business === 1,
      total: row.total ?? 0,
      functionIds: (row.functionIds ?? '').split(',').map(Number),
      masks: {
        groupe: row.groupMask ?? 0,
        // No audience named: it is for every kind of organisation.
        pour: audience === 0 ? everyone : audience,
        utilisateurs: row.kindMask ?? 0,
        taille: row.sizeMask ?? 0,
        region: row.regionMask ?? 0,
        licence: maskOf(LICENCE_FAMILIES, [row.licence]),
        editeur: maskOf(PUBLISHER_KINDS, [row.publisherKind]),
        plateforme: maskOf(PLATFORMS, JSON.parse(row.platforms) as string[]),
      },
    })
  }
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

export interface Selection {
  matching: SnapshotEntry[]
  /** By facet and value: how many there would be with this value, the other facets kept as they are. */
  counts: Record<Facet, Record<string, number>>
}

/**
 * Filters a snapshot: within a facet any of the values asked for, across facets all of them. A facet's
 * own counts ignore its own filter, so that one sees what another value would give.
 */
export function select(
  snapshot: Snapshot,
  candidates: Iterable<SnapshotEntry>,
  wanted: Record<Facet, readonly string[]>,
): Selection {
  const filters = FACETS.map((facet) => ({
    facet,
    asked: wanted[facet].length > 0,
    mask: maskOf(snapshot.values[facet], wanted[facet]),
    tally: new Int32Array(snapshot.values[facet].length),
  }))
  const matching: SnapshotEntry[] = []
  for (const entry of candidates) {
    let failures = 0
    let failed = -1
    for (let index = 0; index < filters.length; index++) {
      const filter = filters[index] as (typeof filters)[number]
      if (filter.asked && (entry.masks[filter.facet] & filter.mask) === 0) {
        failures++
        failed = index
        if (failures > 1) break
      }
    }
    if (failures === 0) matching.push(entry)
    if (failures > 1) continue
    for (let index = 0; index < filters.length; index++) {
      if (failures === 1 && index !== failed) continue
      const filter = filters[index] as (typeof filters)[number]
      let bits = entry.masks[filter.facet]
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits)
        filter.tally[bit] = (filter.tally[bit] ?? 0) + 1
        bits &= bits - 1
      }
    }
  }
  const counts = {} as Selection['counts']
  for (const { facet, tally } of filters) {
    counts[facet] = {}
    snapshot.values[facet].forEach((value, index) => {
      const n = tally[index] ?? 0
      if (n > 0) counts[facet][value] = n
    })
  }
  return { matching, counts }
}
