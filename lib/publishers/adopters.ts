import { sql } from 'drizzle-orm'
import { addUses } from '#lib/adoptions/rules/add-uses.ts'
import { type AdoptionTrust, NO_USE, type TrustCount } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'

type Reading = Pick<Context, 'db'>

export interface AdoptersOfYear {
  /** YYYY; empty for the uses of which nobody says since when. */
  year: string
  /** Uses that began in that year and go on. */
  use: TrustCount
  /** With those of the years before; of the unknown year, its own alone. */
  soFar: TrustCount
  /** Whose rows they are, most first. */
  software: Array<{ slug: string; name: string; total: number }>
}

export interface PublisherFigures {
  software: number
  use: TrustCount
  lastRelease: { date: string; version: string; slug: string; name: string } | null
  /** Oldest first; the unknown year, where there is one, last. */
  years: AdoptersOfYear[]
}

/** What a publisher's page says in figures: all of them from projections, whatever its size. */
export function publisherFigures({ db }: Reading, publisherId: number): PublisherFigures {
  const { n } = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM software WHERE publisher_id = ${publisherId}`,
  )
  const rows = db.all<{
    slug: string
    name: string
    year: string
    trust: AdoptionTrust
    n: number
  }>(sql`
    SELECT s.slug, s.name, t.value AS year, t.trust, t.n
    FROM software s JOIN adoption_tally t ON t.software_id = s.id AND t.dimension = 'year'
    WHERE s.publisher_id = ${publisherId} ORDER BY t.value, s.name_key`)
  const lastRelease =
    db.get<PublisherFigures['lastRelease'] | undefined>(sql`
      SELECT r.date, r.version, s.slug, s.name
      FROM software s JOIN software_release r ON r.software_id = s.id
      WHERE s.publisher_id = ${publisherId} ORDER BY r.date DESC LIMIT 1`) ?? null
  const use = rows.reduce((sum, row) => addUses(sum, row.trust, row.n), NO_USE)
  return { software: n, use, lastRelease, years: yearsOf(rows) }
}

function yearsOf(
  rows: ReadonlyArray<{
    slug: string
    name: string
    year: string
    trust: AdoptionTrust
    n: number
  }>,
): AdoptersOfYear[] {
  const years = new Map<string, AdoptersOfYear>()
  for (const { slug, name, year, trust, n } of rows) {
    const entry = years.get(year) ?? { year, use: NO_USE, soFar: NO_USE, software: [] }
    entry.use = addUses(entry.use, trust, n)
    const same = entry.software.find((item) => item.slug === slug)
    if (same) same.total += n
    else entry.software.push({ slug, name, total: n })
    years.set(year, entry)
  }
  const unknown = years.get('')
  const known = [...years.values()].filter(({ year }) => year !== '')
  let soFar = NO_USE
  for (const entry of known) {
    soFar = sumOf(soFar, entry.use)
    entry.soFar = soFar
  }
  for (const { software } of years.values()) software.sort((a, b) => b.total - a.total)
  return unknown ? [...known, { ...unknown, soFar: unknown.use }] : known
}

const sumOf = (a: TrustCount, b: TrustCount): TrustCount => ({
  confirmed: a.confirmed + b.confirmed,
  reported: a.reported + b.reported,
  toReconfirm: a.toReconfirm + b.toReconfirm,
  total: a.total + b.total,
})
