import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { figuresOfASet } from './move-figures-set.ts'

export interface ReportedUsers {
  softwareId: number
  organisationIds: readonly number[]
  /** The document that names them. */
  sourceId: number
  /** The day of the document, as far as it is known; empty for today. */
  reportedOn: string
  /** The organisation that the publisher is, when it is one. */
  reporterId: number | null
}

/**
 * Records, in the caller's transaction, that a publisher's list names organisations as users: what is new
 * is `reported`. A list of names says no more than that they use it, which counts as production, as in a
 * file that has no column for it. What is on record already, whoever said it, stays as it is. The caller
 * has checked the right.
 * @returns the adoption of each organisation, and which of them are new.
 */
export function reportUsersIn(
  tx: Tx,
  context: Context,
  users: ReportedUsers,
): { adoptions: Map<number, number>; created: number[] } {
  const { softwareId, organisationIds, sourceId, reporterId } = users
  const at = context.now.toISOString()
  const among = sql`IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`
  const figures = figuresOfASet(tx)
  const { last } = tx.get<{ last: number }>(sql`SELECT coalesce(max(id), 0) AS last FROM adoption`)
  tx.run(sql`INSERT INTO adoption (
      software_id, organisation_id, state, trust, reported_on, source_id, origin, reporter_id,
      created_at, updated_at, organisation_kind, departement, region, size_class, population, organisation_name_key)
    SELECT ${softwareId}, o.id, 'production', 'reported', ${users.reportedOn || parisDay(context.now)}, ${sourceId},
      'publisher', ${reporterId}, ${at}, ${at}, o.kind, o.departement, o.region, o.size_class,
      coalesce(o.population, 0), o.name_key
    FROM organisation o WHERE o.id ${among}
    ON CONFLICT DO NOTHING`)
  const created = idsOf(tx, sql`SELECT organisation_id AS id FROM adoption WHERE id > ${last}`)
  if (created.length > 0) {
    const userId = context.actor.kind === 'user' ? context.actor.id : null
    tx.run(sql`INSERT INTO adoption_event (adoption_id, at, kind, user_id, organisation_id, changes)
      SELECT id, ${at}, 'reported', ${userId}, ${reporterId}, '{}' FROM adoption WHERE id > ${last}`)
    figures.after(sql`SELECT id FROM adoption WHERE id > ${last}`)
    figures.settle([softwareId])
    enqueueForSearch(tx, 'software', [softwareId])
    markEvidenceDue(tx, created)
    recordAudit(tx, context, {
      action: 'adoptions.report-users',
      subjectKind: 'software',
      subject: String(softwareId),
      detail: { created: created.length, sourceId },
    })
  }
  const rows = tx.all<{ id: number; organisationId: number }>(sql`
    SELECT id, organisation_id AS organisationId FROM adoption
    WHERE software_id = ${softwareId} AND organisation_id ${among}`)
  return { adoptions: new Map(rows.map((row) => [row.organisationId, row.id])), created }
}

const idsOf = (tx: Tx, query: SQL) => tx.all<{ id: number }>(query).map((row) => row.id)
