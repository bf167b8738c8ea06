import { catalogueUse } from '#lib/adoptions/queries.ts'
import type { Context } from '#lib/context.ts'
import { type Dataset, readDataset } from '#lib/meta.ts'
import { countOrganisations } from '#lib/organisations/queries.ts'
import { countSoftware } from '#lib/software/queries.ts'

/** What the service holds and how it is: the health page and `/api/health` say the same. */
export interface Health {
  status: 'ok'
  dataset: Dataset
  software: number
  organisations: number
  uses: number
  search: { engine: 'fts5'; outbox: number }
}

/** @throws SqliteError when the database does not answer. */
export function readHealth(context: Pick<Context, 'db'>): Health {
  const { db } = context
  return {
    status: 'ok',
    dataset: readDataset(db),
    software: countSoftware(context),
    organisations: countOrganisations(context).all,
    uses: catalogueUse(context).use.total,
    search: {
      engine: 'fts5',
      outbox: db.$client.prepare('SELECT count(*) FROM search_outbox').pluck().get() as number,
    },
  }
}
