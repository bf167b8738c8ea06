import { type SQL, sql } from 'drizzle-orm'
import type { importJob } from '#db/schema/adoption-life.ts'
import type { Tx } from '#db/transaction.ts'
import { askToConfirm } from '#lib/adoptions/commands/ask-to-confirm.ts'
import { figuresOfASet } from '#lib/adoptions/commands/move-figures-set.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { markEvidenceDue } from '#lib/evidence/commands/mark-due.ts'
import type { ListSummary } from '#lib/importers/schema.ts'
import { recordUsesOf } from '#lib/publishers/record-event.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'

import { IN_USE } from '../internal/figures-sql.ts'

type Job = typeof importJob.$inferSelect
type Links = Parameters<typeof askToConfirm>[3]

const CHOSEN = sql`l.status = 'matched' AND l.decision = 'accept'
  AND l.software_id IS NOT NULL AND l.organisation_id IS NOT NULL`

/** A field that the line leaves out stays as it is on record. */
const given = (field: string, column: string) =>
  sql.raw(`CASE WHEN coalesce(json_extract(l.fields, '$.${field}'), '') = '' THEN a.${column}
    ELSE json_extract(l.fields, '$.${field}') END`)
const told = (field: string) => sql.raw(`coalesce(json_extract(l.fields, '$.${field}'), '')`)

/**
 * Records all the chosen lines of a report at once, in the caller's transaction: what is new is
 * `reported`, the reporter's own earlier word is brought up to date, and nothing else is touched. Asks
 * each organisation that has members to confirm.
 */
export function applyReport(
  tx: Tx,
  context: Context & { actor: UserActor },
  job: Job,
  links: Links,
  report: (done: number) => void,
): NonNullable<ListSummary['done']> {
  const at = context.now.toISOString()
  const figures = figuresOfASet(tx)
  // Publishers are known by the software, so that a file with a column of software may hold both.
  const publishes = sql`EXISTS (SELECT 1 FROM software s JOIN publisher p ON p.id = s.publisher_id
    WHERE s.id = l.software_id AND p.organisation_id = ${job.organisationId})`
  const { last } = tx.get<{ last: number }>(sql`SELECT coalesce(max(id), 0) AS last FROM adoption`)

  tx.run(sql`CREATE TEMP TABLE IF NOT EXISTS updated_use (id INTEGER PRIMARY KEY, line INTEGER)`)
  tx.run(sql`DELETE FROM updated_use`)
  // Looked at again, because much may have happened since the list was read.
  tx.run(sql`INSERT OR IGNORE INTO updated_use
    SELECT a.id, l.line FROM import_line l
    JOIN adoption a ON a.software_id = l.software_id AND a.organisation_id = l.organisation_id
    WHERE l.job_id = ${job.id} AND ${CHOSEN}
      AND a.trust = 'reported' AND a.origin IN ('operator', 'publisher') AND a.reporter_id = ${job.organisationId}
      AND (a.state <> ${told('state')} OR a.since <> ${given('since', 'since')}
        OR a.version <> ${given('version', 'version')})`)
  const changed = sql`SELECT id FROM updated_use`
  figures.before(changed)
  recordChanges(tx, context, job)
  const updated = tx.run(sql`UPDATE adoption AS a SET
      state = ${told('state')}, since = ${given('since', 'since')}, version = ${given('version', 'version')},
      reported_on = ${parisDay(context.now)}, revision = a.revision + 1, updated_at = ${at}
    FROM updated_use u JOIN import_line l ON l.job_id = ${job.id} AND l.line = u.line
    WHERE a.id = u.id`).changes
  report(1)
  const runs = (job.summary as ListSummary).runs === true
  const inserted = tx.run(sql`INSERT INTO adoption (
      software_id, organisation_id, state, trust, since, version, operator_id, reported_on, origin, reporter_id,
      created_at, updated_at, organisation_kind, departement, region, size_class, population, organisation_name_key)
    SELECT l.software_id, o.id, ${told('state')}, 'reported', ${told('since')}, ${told('version')},
      ${runs ? job.organisationId : null}, ${parisDay(context.now)},
      CASE WHEN ${publishes} THEN 'publisher' ELSE 'operator' END, ${job.organisationId},
      ${at}, ${at}, o.kind, o.departement, o.region, o.size_class, coalesce(o.population, 0), o.name_key
    FROM import_line l JOIN organisation o ON o.id = l.organisation_id
    WHERE l.job_id = ${job.id} AND ${CHOSEN} AND o.id <> ${job.organisationId}
    ORDER BY l.software_id, l.line
    ON CONFLICT DO NOTHING`).changes
  const created = sql`SELECT id FROM adoption WHERE id > ${last}`
  tx.run(sql`INSERT INTO adoption_event (adoption_id, at, kind, user_id, organisation_id, changes)
    SELECT id, ${at}, 'reported', ${context.actor.id}, ${job.organisationId}, '{}' FROM adoption WHERE id > ${last}`)
  recordUsesOf(tx, context, countsBySoftware(tx, last))
  report(2)
  const touched = sql`${changed} UNION ALL ${created}`
  figures.after(touched)
  const software = idsOf(
    tx,
    sql`SELECT DISTINCT software_id AS id FROM adoption WHERE id IN (${touched})`,
  )
  figures.settle(software)
  enqueueForSearch(tx, 'software', software)
  report(3)
  const organisations = idsOf(
    tx,
    sql`SELECT DISTINCT organisation_id AS id FROM adoption WHERE id IN (${touched})`,
  )
  markEvidenceDue(tx, organisations)
  const asked = askToConfirm(tx, context, organisations, links)
  const chosen = tx.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM import_line l WHERE l.job_id = ${job.id} AND ${CHOSEN}`,
  ).n
  return { created: inserted, changed: updated, unchanged: chosen - inserted - updated, asked }
}

/** What was and what is, line by line of the history. */
function recordChanges(tx: Tx, context: Context & { actor: UserActor }, job: Job): void {
  const pair = (field: string, now: SQL) => sql`json_array(${sql.raw(`a.${field}`)}, ${now})`
  tx.run(sql`INSERT INTO adoption_event (adoption_id, at, kind, user_id, organisation_id, changes)
    SELECT a.id, ${context.now.toISOString()}, 'changed', ${context.actor.id}, ${job.organisationId},
      (SELECT json_group_object(name, json(pair)) FROM (
        SELECT 'state' AS name, ${pair('state', told('state'))} AS pair WHERE a.state <> ${told('state')}
        UNION ALL SELECT 'since', ${pair('since', given('since', 'since'))} WHERE a.since <> ${given('since', 'since')}
        UNION ALL SELECT 'version', ${pair('version', given('version', 'version'))}
          WHERE a.version <> ${given('version', 'version')}))
    FROM updated_use u JOIN adoption a ON a.id = u.id
    JOIN import_line l ON l.job_id = ${job.id} AND l.line = u.line`)
}

/** How many uses were added after an id, by software: what is evaluated or stopped is none. */
function countsBySoftware(tx: Tx, last: number): Map<number, number> {
  const rows = tx.all<{ id: number; n: number }>(sql`
    SELECT software_id AS id, count(*) AS n FROM adoption a
    WHERE id > ${last} AND ${IN_USE} GROUP BY software_id`)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

const idsOf = (tx: Tx, query: SQL) => tx.all<{ id: number }>(query).map((row) => row.id)
