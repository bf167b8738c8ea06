import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { IN_USE } from './internal/figures-sql.ts'

/** How near a use is: in the same intercommunalité, in the same département, in the same région. */
export const NEARNESS = ['epci', 'departement', 'region'] as const
export type Nearness = (typeof NEARNESS)[number]

/**
 * Ids of the software in use around a place, each with its nearest use. That of the intercommunalité is
 * read from the uses of its organisations, the others from the tallies.
 */
export function softwareUsedNear(
  db: Db,
  place: { epciId: number | null; departement: string; region: string },
): Map<number, Nearness> {
  const near = new Map<number, Nearness>()
  // The first condition is that of the partial index, word for word.
  const tally = (dimension: 'region' | 'departement', value: string) =>
    value === ''
      ? []
      : db.all<{ id: number }>(sql`SELECT DISTINCT software_id AS id FROM adoption_tally
          WHERE dimension IN ('region', 'departement') AND dimension = ${dimension} AND value = ${value}`)
  for (const { id } of tally('region', place.region)) near.set(id, 'region')
  for (const { id } of tally('departement', place.departement)) near.set(id, 'departement')
  if (place.epciId !== null) {
    for (const { id } of db.all<{ id: number }>(sql`
      SELECT DISTINCT a.software_id AS id
      FROM organisation o JOIN adoption a ON a.organisation_id = o.id
      WHERE (o.epci_id = ${place.epciId} OR o.id = ${place.epciId}) AND ${IN_USE}`)) {
      near.set(id, 'epci')
    }
  }
  return near
}

/** Where the organisations that use each software are: their EPCI (row ids) and their départements. */
export function adopterPlaces(
  db: Db,
  softwareIds: readonly number[],
): Map<number, { epcis: number[]; departements: string[] }> {
  const rows = db.all<{ id: number; epcis: string; departements: string }>(sql`
    SELECT a.software_id AS id,
      json_group_array(DISTINCT CASE o.kind WHEN 'epci' THEN o.id ELSE o.epci_id END) AS epcis,
      json_group_array(DISTINCT o.departement) AS departements
    FROM adoption a JOIN organisation o ON o.id = a.organisation_id
    WHERE a.software_id IN (SELECT value FROM json_each(${JSON.stringify(softwareIds)})) AND ${IN_USE}
    GROUP BY 1`)
  return new Map(
    rows.map(({ id, epcis, departements }) => [
      id,
      {
        epcis: (JSON.parse(epcis) as Array<number | null>)
          .filter((epci) => epci !== null)
          .sort((a, b) => a - b),
        departements: (JSON.parse(departements) as string[]).filter((code) => code !== '').sort(),
      },
    ]),
  )
}
