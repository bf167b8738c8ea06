import { eq } from 'drizzle-orm'
import { repository } from '#db/schema/forge.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { Settings } from '#lib/env.ts'
import { keepNamesOfReadingIn } from '#lib/names/commands/keep-names-of-reading.ts'
import { applyReadingIn } from '#lib/provenance/apply-reading.ts'
import { askForge } from './forge-api.ts'
import type { RepositoryRow } from './internal/repository-rows.ts'
import { keepFaultIn, keepReadingIn, keepUnchangedIn } from './keep-reading.ts'
import { readRepository } from './read-repository.ts'
import type { ForgeFault } from './reading.ts'
import { ForgeRefusal } from './refusal.ts'
import { repositoryAddress } from './rules/address.ts'

export type VisitOutcome = 'read' | 'unchanged' | 'failed'

export interface Visited {
  outcome: VisitOutcome
  /** Whether the entry is another than before. */
  changed: boolean
  fault: ForgeFault | null
}

/**
 * Visits one repository that an entry follows, then writes what came of it: the network first, then one
 * transaction that holds all of it.
 * @throws ForgeRefusal `git-missing`, which is no fault of the repository.
 */
export async function visitRepository(
  context: Context,
  row: RepositoryRow,
  options: { settings: Pick<Settings, 'forgeHosts' | 'forgeTokens'>; runId?: number },
): Promise<Visited> {
  const { settings, runId } = options
  const { db } = context
  try {
    const address = repositoryAddress(row.address, settings.forgeHosts)
    const found = await readRepository(row.address, {
      settings: { ...settings, forgeTokens: {} },
      now: context.now,
      ...(row.refsDigest ? { known: row.refsDigest } : {}),
    })
    const asked = await askForge(address, { settings, etag: row.apiEtag })
    const api = asked === 'unchanged' ? null : asked
    if ('unchanged' in found) {
      inTransaction(db, (tx) => {
        if (isFollowed(tx, row)) keepUnchangedIn(tx, context, row, api)
      })
      return { outcome: 'unchanged', changed: false, fault: null }
    }
    const forge =
      asked === 'unchanged'
        ? { archived: row.state === 'archived', movedTo: row.movedTo || null, description: '' }
        : (api?.says ?? null)
    const reading = { ...found, forge }
    const changed = inTransaction(db, (tx) => {
      if (!isFollowed(tx, row)) return false
      keepReadingIn(tx, context, row, reading, api?.etag)
      const { changes, opened } = applyReadingIn(tx, context, row.softwareId, reading, {
        ...(runId === undefined ? {} : { runId }),
      })
      keepNamesOfReadingIn(tx, context, row.softwareId, reading)
      return changes.length + opened.length > 0
    })
    return { outcome: 'read', changed, fault: null }
  } catch (error) {
    if (error instanceof ForgeRefusal && error.fault === 'git-missing') throw error
    const fault = error instanceof ForgeRefusal ? error.fault : 'unexpected'
    if (fault === 'unexpected') {
      // What a stranger wrote must not end the harvest of all the others.
      const said = error instanceof Error ? error.stack : String(error)
      process.stderr.write(`${row.address}: ${said}\n`)
    }
    inTransaction(db, (tx) => {
      if (isFollowed(tx, row)) keepFaultIn(tx, context, row, fault)
    })
    return { outcome: 'failed', changed: false, fault }
  }
}

/** Whether the entry still follows what was visited: the visit took its time, and people go on. */
function isFollowed(tx: Tx, { softwareId, addressKey }: RepositoryRow): boolean {
  const now = tx
    .select({ key: repository.addressKey })
    .from(repository)
    .where(eq(repository.softwareId, softwareId))
    .get()
  return now?.key === addressKey
}
