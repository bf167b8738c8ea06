import { sql } from 'drizzle-orm'
import type { Denominators, Fact, Facts } from '#lib/evidence/rules/fact.ts'
import { FOR_EVER, freshUntil, hasBegun } from '#lib/evidence/rules/freshness.ts'
import type { Catalogue, Reading } from './read-catalogue.ts'

const NO_UNITS = { workstations: null, servers: null, schoolWorkstations: null } as const
const NO_DENOMINATORS: Denominators = { ...NO_UNITS, serversVirtual: null }

interface UseRow {
  organisation_id: number
  id: number
  software_id: number
  state: 'production' | 'pilot' | 'evaluating'
  trust: string
  since: string
  confirmed_at: string
  operator_id: number | null
  perimeter_unit: string
  perimeter_min: number | null
  perimeter_max: number | null
  run_by: string | null
  workstations: number | null
  servers: number | null
  school_workstations: number | null
}

interface Gathered extends Facts {
  counted: Fact[]
  apart: Fact[]
  published: Fact[]
  testimonials: Fact[]
}

/**
 * What rules are evaluated on, for each of some organisations, at a moment: four statements, whatever
 * their number. Organisations of whom nothing is known are there, with nothing.
 * @param day the moment's day in Paris.
 */
export function readFacts(
  db: Reading,
  organisationIds: readonly number[],
  catalogue: Catalogue,
  { at, day }: { at: Date; day: string },
): Map<number, Facts> {
  const found = new Map<number, Gathered>(
    organisationIds.map((id) => [
      id,
      {
        counted: [],
        apart: [],
        published: [],
        testimonials: [],
        denominators: NO_DENOMINATORS,
      },
    ]),
  )
  const among = sql`IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`
  const moment = at.toISOString()

  for (const row of db.all<UseRow>(sql`
    SELECT a.organisation_id, a.id, a.software_id, a.state, a.trust, a.since, a.confirmed_at,
      a.operator_id, a.perimeter_unit, a.perimeter_min, a.perimeter_max, d.run_by, d.workstations,
      d.servers, d.school_workstations
    FROM adoption a LEFT JOIN adoption_detail d ON d.adoption_id = a.id
    WHERE a.organisation_id ${among} AND a.state <> 'stopped' AND a.trust <> 'contested'`)) {
    const software = catalogue.get(row.software_id)
    if (!software?.free || !hasBegun(row.since, day)) continue
    const facts = found.get(row.organisation_id)
    ;(row.state === 'production' ? facts?.counted : facts?.apart)?.push({
      kind: 'adoption',
      id: row.id,
      software,
      state: row.state,
      trust: row.trust,
      since: row.since,
      ...wordAt(row.confirmed_at, moment),
      units: {
        workstations: row.workstations ?? exact(row, 'workstations'),
        servers: row.servers ?? exact(row, 'servers'),
        schoolWorkstations: row.school_workstations,
      },
      pooled: row.operator_id !== null || row.run_by === 'operator',
    })
  }
  for (const row of db.all<{ organisation_id: number; id: number }>(sql`
    SELECT p.organisation_id, s.id FROM publisher p CROSS JOIN software s ON s.publisher_id = p.id
    WHERE p.organisation_id ${among}`)) {
    const software = catalogue.get(row.id)
    if (!software || !hasBegun(software.firstRelease, day)) continue
    found.get(row.organisation_id)?.published.push({
      ...unaged(software),
      kind: 'software',
      id: row.id,
      since: software.firstRelease,
    })
  }
  for (const row of db.all<{
    organisation_id: number
    id: number
    software_id: number
    trust: string
    date: string
  }>(sql`
    SELECT a.organisation_id, t.id, a.software_id, a.trust, substr(t.created_at, 1, 10) AS date
    FROM adoption a CROSS JOIN testimonial t ON t.adoption_id = a.id
    WHERE t.state = 'published' AND a.trust <> 'contested' AND a.organisation_id ${among}
      AND t.created_at <= ${moment} ORDER BY t.id`)) {
    const software = catalogue.get(row.software_id)
    if (!software) continue
    found.get(row.organisation_id)?.testimonials.push({
      ...unaged(software),
      kind: 'testimonial',
      id: row.id,
      trust: row.trust,
      since: row.date,
    })
  }
  for (const [id, denominators] of readDenominators(db, among, day)) {
    const facts = found.get(id)
    if (facts) facts.denominators = denominators
  }
  for (const facts of found.values()) {
    for (const list of [facts.counted, facts.apart, facts.published]) list.sort(byName)
  }
  return found
}

/** What a document says of the extent counts where it says one number; a range is none. */
function exact(row: UseRow, unit: 'workstations' | 'servers'): number | null {
  if (row.perimeter_unit !== unit || row.perimeter_min !== row.perimeter_max) return null
  return row.perimeter_min
}

/** A word given after the moment says nothing of it. */
function wordAt(confirmedAt: string, moment: string): Pick<Fact, 'confirmedOn' | 'freshUntil'> {
  const confirmedOn = confirmedAt > moment ? '' : confirmedAt.slice(0, 10)
  return { confirmedOn, freshUntil: freshUntil(confirmedOn) }
}

const unaged = (software: Fact['software']) => ({
  software,
  state: '' as const,
  trust: '',
  confirmedOn: '',
  freshUntil: FOR_EVER,
  units: NO_UNITS,
  pooled: false,
})

const byName = (a: Fact, b: Fact) =>
  a.software.name < b.software.name
    ? -1
    : a.software.name > b.software.name
      ? 1
      : a.software.id - b.software.id

/** The latest year that is stated, not later than the moment's: as a whole, never mixed with another. */
function readDenominators(
  db: Reading,
  among: ReturnType<typeof sql>,
  day: string,
): Map<number, Denominators> {
  const rows = db.all<
    Omit<Denominators, 'serversVirtual'> & { id: number; virtual: number | null }
  >(sql`
    SELECT organisation_id AS id, workstations, servers, school_workstations AS schoolWorkstations,
      servers_virtual AS virtual
    FROM organisation_year
    WHERE organisation_id ${among} AND year <= ${Number(day.slice(0, 4))}
    ORDER BY organisation_id, year`)
  return new Map(
    rows.map(({ id, virtual, ...figures }) => [
      id,
      { ...figures, serversVirtual: virtual === null ? null : virtual === 1 },
    ]),
  )
}
