import { type SQL, sql } from 'drizzle-orm'
import { NO_PLACE, NO_YEAR, UNSAID, type UserFilters } from '#lib/adoptions/schema.ts'

/** What is contested is shown to nobody until a moderator has settled it. */
export const PUBLIC = sql.raw(`trust <> 'contested'`)
const CURRENT = sql.raw(`state IN ('pilot', 'production')`)

/** The SQL of a list of users: one condition a filter, all of them answered by the index of the list. */
export function usersWhere(
  softwareId: number,
  filters: UserFilters,
  among?: readonly number[],
): SQL {
  const conditions = [sql`software_id = ${softwareId}`, PUBLIC]
  if (among) {
    conditions.push(sql`organisation_id IN (SELECT value FROM json_each(${JSON.stringify(among)}))`)
  }
  if (filters.departement) {
    const code = filters.departement === NO_PLACE ? '' : filters.departement
    conditions.push(sql`departement = ${code}`)
  }
  if (filters.region) conditions.push(inRegion(filters.region))
  if (filters.type) conditions.push(sql`organisation_kind = ${filters.type}`)
  if (filters.taille) conditions.push(sql`size_class = ${filters.taille}`)
  if (filters.parole) conditions.push(sql`trust = ${filters.parole}`)
  if (filters.annee) {
    const year = filters.annee === NO_YEAR ? '' : filters.annee
    conditions.push(sql`substr(since, 1, 4) = ${year}`)
  }
  if (filters.etat === undefined) conditions.push(CURRENT)
  else if (filters.etat !== 'toutes') conditions.push(sql`state = ${filters.etat}`)
  if (filters.raison && filters.etat === 'stopped') {
    const reason = filters.raison === UNSAID ? '' : filters.raison
    conditions.push(sql`coalesce((SELECT stop_reason FROM adoption_detail
      WHERE adoption_id = adoption.id), '') = ${reason}`)
  }
  if (filters.cout) {
    conditions.push(sql`trust = 'confirmed'`, CURRENT)
    conditions.push(sql`EXISTS (SELECT 1 FROM adoption_detail
      WHERE adoption_id = adoption.id AND cost_avoided IS NOT NULL)`)
  }
  return sql.join(conditions, sql` AND `)
}

/** The département is in the index, the région is not; a région's own body is in none of its départements. */
function inRegion(region: string): SQL {
  if (region === NO_PLACE) return sql`departement = '' AND organisation_kind <> 'region'`
  return sql`(departement IN (SELECT code FROM departement WHERE region = ${region})
    OR organisation_id IN (SELECT id FROM organisation WHERE kind = 'region' AND region = ${region}))`
}
