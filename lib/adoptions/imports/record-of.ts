import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { adoption } from '#db/schema/adoptions.ts'

/** What a line says, and who says it. */
export interface Said {
  reporterId: number
  state: string
  since: string
  version: string
}

/**
 * What a report would do to the record of a pair: add to it (`new`), bring the reporter's own earlier
 * word up to date (`update`), or nothing (`present`). The organisation's own word, a document's, and
 * that of another reporter are never overwritten. Prepared once: a list asks for each of its lines.
 */
export function recordOf(db: Db) {
  const statement = db
    .select({
      origin: adoption.origin,
      trust: adoption.trust,
      reporterId: adoption.reporterId,
      state: adoption.state,
      since: adoption.since,
      version: adoption.version,
    })
    .from(adoption)
    .where(
      and(
        eq(adoption.softwareId, sql.placeholder('softwareId')),
        eq(adoption.organisationId, sql.placeholder('organisationId')),
      ),
    )
    .prepare()
  return (softwareId: number, organisationId: number, said: Said): 'new' | 'update' | 'present' => {
    const row = statement.get({ softwareId, organisationId })
    if (!row) return 'new'
    const theirs =
      row.reporterId === said.reporterId &&
      row.trust === 'reported' &&
      (row.origin === 'operator' || row.origin === 'publisher')
    const differs =
      row.state !== said.state ||
      // What a line leaves out it does not take back.
      (said.since !== '' && row.since !== said.since) ||
      (said.version !== '' && row.version !== said.version)
    return theirs && differs ? 'update' : 'present'
  }
}
