import { catalogueUse } from '#lib/adoptions/queries.ts'
import type { Context } from '#lib/context.ts'
import { credentialCounts } from '#lib/credentials/queries.ts'
import { type ForgeHealth, forgeHealth } from '#lib/forge/queries.ts'
import { type Dataset, readDataset } from '#lib/meta.ts'
import { countOrganisations } from '#lib/organisations/queries.ts'
import { closedGate, type SearchError } from '#lib/search/gate.ts'
import { type SearchStatus, searchStatus } from '#lib/search/status.ts'
import { countSoftware } from '#lib/software/queries.ts'

/** What the service holds and how it is: the health page and `/api/health` say the same. */
export interface Health {
  status: 'ok'
  dataset: Dataset
  software: number
  organisations: number
  uses: number
  /** Attestations of awards given here: whether there is a key, how many are signed and how many wait. */
  credentials: { key: boolean; issued: number; waiting: number }
  repositories: ForgeHealth
  /** Without what only the operator may read: hosts and messages are in the log. */
  search: Omit<SearchStatus, 'lastError'> & { lastError: Pick<SearchError, 'at' | 'reason'> | null }
}

/**
 * @param search how the search of this process is set up; the embedded engine alone when left out.
 * @throws SqliteError when the database does not answer.
 */
export function readHealth(
  context: Pick<Context, 'db'> & { now?: Date },
  search: Parameters<typeof searchStatus>[1] = { access: null, gate: closedGate() },
): Health {
  const { db } = context
  const { lastError, ...status } = searchStatus(db, search)
  return {
    status: 'ok',
    dataset: readDataset(db),
    software: countSoftware(context),
    organisations: countOrganisations(context).all,
    uses: catalogueUse(context).use.total,
    credentials: credentialCounts({ db, now: context.now ?? new Date() }),
    repositories: forgeHealth({ db }),
    search: { ...status, lastError: lastError && { at: lastError.at, reason: lastError.reason } },
  }
}
