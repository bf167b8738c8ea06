import { type SQL, sql } from 'drizzle-orm'
import { ORGANISATION_KINDS, SIZE_CLASSES } from '#lib/organisations/schema.ts'

/** The SQL twin of rules/counts-as-use.ts, on a table aliased `a`. */
export const IN_USE = sql.raw(`a.state IN ('pilot', 'production') AND a.trust <> 'contested'`)

/** Every figure, worked out from the rows: what the projections must be equal to. */
export const figuresFromRows = {
  adoption_tally: sql`
    SELECT a.software_id, d.dimension,
      CASE d.dimension
        WHEN 'total' THEN ''
        WHEN 'departement' THEN a.departement
        WHEN 'region' THEN a.region
        WHEN 'kind' THEN a.organisation_kind
        WHEN 'size' THEN a.size_class
        WHEN 'year' THEN substr(a.since, 1, 4)
        ELSE a.state END AS value,
      a.trust, count(*) AS n
    FROM adoption a, (SELECT 'total' AS dimension UNION ALL SELECT 'departement' UNION ALL SELECT 'region'
      UNION ALL SELECT 'kind' UNION ALL SELECT 'size' UNION ALL SELECT 'year' UNION ALL SELECT 'state') d
    WHERE ${IN_USE} GROUP BY 1, 2, 3, 4`,

  organisation_figures: sql`
    SELECT a.organisation_id, count(*) AS total FROM adoption a WHERE ${IN_USE} GROUP BY 1`,

  function_adopter: sql`
    SELECT f.function_id, a.organisation_id, count(*) AS n
    FROM adoption a JOIN software_function f ON f.software_id = a.software_id
    WHERE ${IN_USE} GROUP BY 1, 2`,

  function_figures: sql`
    SELECT f.id AS function_id,
      (SELECT count(*) FROM software_function s WHERE s.function_id = f.id) AS software,
      (SELECT count(DISTINCT a.organisation_id) FROM software_function s
        JOIN adoption a ON a.software_id = s.software_id
        WHERE s.function_id = f.id AND ${IN_USE}) AS adopters
    FROM business_function f`,
} as const

/** The bit of a value in a mask, as SQL: its place in the list of the code. */
function bitOf(column: SQL, values: readonly string[]): SQL {
  const cases = values.map((value, index) => sql`WHEN ${value} THEN ${2 ** index}`)
  return sql`CASE ${column} ${sql.join(cases, sql` `)} ELSE 0 END`
}

const VALUE = sql.raw('x.value')

function mask(dimension: string, bit: SQL): SQL {
  return sql`coalesce((SELECT sum(bit) FROM (SELECT DISTINCT ${bit} AS bit FROM adoption_tally x
    WHERE x.software_id = s.id AND x.dimension = ${dimension})), 0)`
}

/**
 * The rows of software_figures from the tally, for the software that `where` (on alias `s`) keeps: the
 * masks hold one bit for each kind, région and size class that has a user.
 */
export function softwareFiguresFromTally(where: SQL): SQL {
  const region = sql`coalesce((SELECT 1 << r.position FROM region r WHERE r.code = x.value), 0)`
  return sql`
    SELECT s.id AS software_id,
      coalesce(sum(t.n) FILTER (WHERE t.trust = 'confirmed'), 0) AS confirmed,
      coalesce(sum(t.n) FILTER (WHERE t.trust = 'reported'), 0) AS reported,
      coalesce(sum(t.n) FILTER (WHERE t.trust = 'to-reconfirm'), 0) AS to_reconfirm,
      coalesce(sum(t.n), 0) AS total,
      ${mask('kind', bitOf(VALUE, ORGANISATION_KINDS))} AS kind_mask,
      ${mask('region', region)} AS region_mask,
      ${mask('size', bitOf(VALUE, SIZE_CLASSES))} AS size_mask
    FROM software s
    LEFT JOIN adoption_tally t ON t.software_id = s.id AND t.dimension = 'total'
    WHERE ${where} GROUP BY s.id`
}
