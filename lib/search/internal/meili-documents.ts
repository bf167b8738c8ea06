import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { adopterPlaces } from '#lib/adoptions/used-near.ts'
import { sortableFacts } from '#lib/software/selection.ts'
import type { SearchKind } from '../engine.ts'
import { idList, textDocuments } from './documents.ts'

/** A document as Meilisearch holds it: the searched fields, what filters and what orders. */
export type MeiliDocument = { id: number } & Record<string, unknown>

/** The documents of these rows, from the database alone: the same rows always give the same documents. */
export function meiliDocuments(db: Db, kind: SearchKind, ids: readonly number[]): MeiliDocument[] {
  const texts = textDocuments(db, kind, ids)
  const facts = factsOf(db, kind, ids)
  return texts.map(({ id, fields }) => ({ id, ...fields, ...facts.get(id) }))
}

function factsOf(db: Db, kind: SearchKind, ids: readonly number[]): Map<number, object> {
  switch (kind) {
    case 'software': {
      const places = adopterPlaces(db, ids)
      return new Map(
        [...sortableFacts(db, ids)].map(([id, { facets, business, updatedAt, ...facts }]) => [
          id,
          {
            ...facets,
            ...facts,
            business: business ? 1 : 0,
            updatedAt: Date.parse(updatedAt),
            epcis: places.get(id)?.epcis ?? [],
            departements: places.get(id)?.departements ?? [],
          },
        ]),
      )
    }
    case 'organisation':
      return byId(
        db.all<{ id: number; population: number }>(sql`
          SELECT id, coalesce(population, 0) AS population FROM organisation WHERE id IN ${idList(ids)}`),
      )
    case 'function':
      return byId(
        db.all<{ id: number; software: number }>(sql`
          SELECT b.id, (SELECT count(*) FROM software_function s WHERE s.function_id = b.id) AS software
          FROM business_function b WHERE b.id IN ${idList(ids)}`),
      )
  }
}

const byId = <T extends { id: number }>(rows: readonly T[]) =>
  new Map<number, object>(rows.map((row) => [row.id, row]))
