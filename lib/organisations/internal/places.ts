import { eq, sql } from 'drizzle-orm'
import { organisationAlias, organisationPostcode } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'

/** The codes that lead to an organisation: its postal ones, and those of what became part of it. */
export interface Places {
  postcodes: string[]
  aliases: Array<{
    kind: (typeof organisationAlias.$inferSelect)['kind']
    code: string
    name: string
  }>
}

const NO_PLACES: Places = { postcodes: [], aliases: [] }

/** The stored places of some organisations, by their id; one that has none is not there. */
export function storedPlaces(tx: Tx, ids: readonly number[]): Map<number, Places> {
  const all = new Map<number, Places>()
  if (ids.length === 0) return all
  const among = sql`IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const of = (id: number) => {
    const places = all.get(id) ?? { postcodes: [], aliases: [] }
    all.set(id, places)
    return places
  }
  const postcodes = tx.select().from(organisationPostcode)
  for (const row of postcodes.where(sql`${organisationPostcode.organisationId} ${among}`).all()) {
    of(row.organisationId).postcodes.push(row.postcode)
  }
  const aliases = tx.select().from(organisationAlias)
  for (const row of aliases.where(sql`${organisationAlias.organisationId} ${among}`).all()) {
    const { organisationId, ...alias } = row
    of(organisationId).aliases.push(alias)
  }
  return all
}

/** Order and repetition mean nothing; of two names under one code the first counts, as in writing. */
export function samePlaces(before: Places | undefined, after: Places): boolean {
  return asText(before ?? NO_PLACES) === asText(after)
}

function asText({ postcodes, aliases }: Places): string {
  const names = new Map(
    aliases.toReversed().map(({ kind, code, name }) => [`${kind} ${code}`, name]),
  )
  return JSON.stringify([[...new Set(postcodes)].sort(), [...names].sort()])
}

/** Rows waiting to be written together. */
export interface PlaceRows {
  postcodes: Array<typeof organisationPostcode.$inferInsert>
  aliases: Array<typeof organisationAlias.$inferInsert>
}

export function addPlaces(rows: PlaceRows, organisationId: number, places: Places): void {
  for (const postcode of places.postcodes) rows.postcodes.push({ postcode, organisationId })
  for (const alias of places.aliases) rows.aliases.push({ ...alias, organisationId })
}

export function forgetPlaces(tx: Tx, organisationId: number): void {
  tx.delete(organisationPostcode)
    .where(eq(organisationPostcode.organisationId, organisationId))
    .run()
  tx.delete(organisationAlias).where(eq(organisationAlias.organisationId, organisationId)).run()
}

/** Rows an INSERT: many at once, within SQLite's number of parameters. */
const CHUNK = 1_000

export function writePlaces(tx: Tx, { postcodes, aliases }: PlaceRows): void {
  for (let from = 0; from < postcodes.length; from += CHUNK) {
    tx.insert(organisationPostcode)
      .values(postcodes.slice(from, from + CHUNK))
      .onConflictDoNothing()
      .run()
  }
  for (let from = 0; from < aliases.length; from += CHUNK) {
    tx.insert(organisationAlias)
      .values(aliases.slice(from, from + CHUNK))
      .onConflictDoNothing()
      .run()
  }
}
