import { sql } from 'drizzle-orm'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { ownedJob } from '#lib/adoptions/imports/owned-job.ts'
import { type ImportProgress, progressOf } from '#lib/adoptions/imports/progress.ts'
import { reportsOf } from '#lib/adoptions/reporting.ts'
import type { Context } from '#lib/context.ts'
import type { LineStatus, ListSummary } from '#lib/importers/schema.ts'

type Reading = Pick<Context, 'db' | 'actor'>
export type ImportState = ReturnType<typeof ownedJob>['job']['state']

export interface ImportView {
  id: number
  kind: 'own' | 'report'
  state: ImportState
  fault: string
  fileName: string
  summary: ListSummary
  createdAt: string
  organisation: { key: string; name: string }
  /** What every line of a report means; null where each names its own. */
  software: { slug: string; name: string } | null
  counts: Record<LineStatus, number>
  /** Lines that applying it would record. */
  accepted: number
  /** Lines of the organisation's own list that a person has yet to decide. */
  undecided: number
}

/** A list and where it stands, for the members of its organisation. @throws NotFound, Forbidden */
export function getImport(context: Reading, id: number): ImportView {
  const { db } = context
  const { job } = ownedJob(db, context, id)
  const organisation = db.get<{ key: string; name: string }>(
    sql`SELECT key, name FROM organisation WHERE id = ${job.organisationId}`,
  )
  const software = job.softwareId
    ? db.get<{ slug: string; name: string }>(
        sql`SELECT slug, name FROM software WHERE id = ${job.softwareId}`,
      )
    : null
  const counts = { matched: 0, ambiguous: 0, unknown: 0, present: 0, wrong: 0 }
  let accepted = 0
  let undecided = 0
  const rows = db.all<{ status: LineStatus; decision: string; n: number }>(sql`
    SELECT status, decision, count(*) AS n FROM import_line WHERE job_id = ${job.id} GROUP BY 1, 2`)
  for (const { status, decision, n } of rows) {
    counts[status] += n
    if (status === 'matched' && decision === 'accept') accepted += n
    if ((status === 'matched' || status === 'ambiguous') && decision === '') undecided += n
  }
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    fault: job.fault,
    fileName: job.fileName,
    summary: job.summary as ListSummary,
    createdAt: job.createdAt,
    organisation,
    software,
    counts,
    accepted,
    undecided,
  }
}

/** How far a list is; `waiting` counts those that are worked on before it. @throws NotFound, Forbidden */
export function getImportProgress(
  context: Reading,
  id: number,
): { state: ImportState; progress: ImportProgress | null; waiting: number } {
  const { job } = ownedJob(context.db, context, id)
  const { n } = context.db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM import_job
    WHERE state IN ('uploaded', 'applying') AND (updated_at, id) < (${job.updatedAt}, ${job.id})`)
  return { state: job.state, progress: progressOf(job.id), waiting: n }
}

export const LINES_A_PAGE = 50

export interface ImportLineView {
  line: number
  label: string
  fields: Record<string, string>
  status: LineStatus
  certainty: string
  decision: '' | 'accept' | 'drop'
  /** What it means: a software in an own list, an organisation in a report. */
  subject: { id: number; name: string; key: string } | null
  /** The software of a line of a report that names its own. */
  software: string
  candidates: Array<{ id: number; name: string; key: string }>
}

/** Lines of a list, of the statuses asked for, a page at a time. @throws NotFound, Forbidden */
export function listImportLines(
  context: Reading,
  id: number,
  asked: { statuses: readonly LineStatus[]; page: number },
): { items: ImportLineView[]; total: number; page: number; pages: number } {
  const { db } = context
  const { job } = ownedJob(db, context, id)
  const where = sql`l.job_id = ${job.id}
    AND l.status IN (SELECT value FROM json_each(${JSON.stringify(asked.statuses)}))`
  const { n: total } = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM import_line l WHERE ${where}`,
  )
  const pages = Math.max(1, Math.ceil(total / LINES_A_PAGE))
  const page = Math.min(asked.page, pages)
  const rows = db.all<RawLine>(sql`
    SELECT l.line, l.label, l.fields, l.status, l.certainty, l.decision, l.candidates,
      l.software_id AS softwareId, l.organisation_id AS organisationId, s.name AS software
    FROM import_line l LEFT JOIN software s ON s.id = l.software_id
    WHERE ${where} ORDER BY l.line LIMIT ${LINES_A_PAGE} OFFSET ${(page - 1) * LINES_A_PAGE}`)
  return { items: named(db, job.kind, rows), total, page, pages }
}

interface RawLine {
  line: number
  label: string
  fields: string
  status: LineStatus
  certainty: string
  decision: '' | 'accept' | 'drop'
  candidates: string
  softwareId: number | null
  organisationId: number | null
  software: string | null
}

function named(
  db: Context['db'],
  kind: 'own' | 'report',
  rows: readonly RawLine[],
): ImportLineView[] {
  const subjectOf = (row: RawLine) => (kind === 'own' ? row.softwareId : row.organisationId)
  const ids = rows.flatMap((row) => [
    ...(JSON.parse(row.candidates) as number[]),
    ...(subjectOf(row) === null ? [] : [subjectOf(row)]),
  ])
  const among = sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const found = db.all<{ id: number; name: string; key: string }>(
    kind === 'own'
      ? sql`SELECT id, name, slug AS key FROM software WHERE ${among}`
      : sql`SELECT id, name || CASE departement WHEN '' THEN '' ELSE ' (' || departement || ')' END AS name, key
          FROM organisation WHERE ${among}`,
  )
  const byId = new Map(found.map((item) => [item.id, item]))
  return rows.map((row) => ({
    line: row.line,
    label: row.label,
    fields: JSON.parse(row.fields) as Record<string, string>,
    status: row.status,
    certainty: row.certainty,
    decision: row.decision,
    subject: byId.get(subjectOf(row) ?? -1) ?? null,
    software: row.software ?? '',
    candidates: (JSON.parse(row.candidates) as number[]).flatMap((item) => byId.get(item) ?? []),
  }))
}

/** The lines of a list that say nothing that can be recorded, for its error file. */
export function listImportErrors(
  context: Reading,
  id: number,
): Array<{ line: number; label: string; status: LineStatus; certainty: string }> {
  const { job } = ownedJob(context.db, context, id)
  return context.db.all(sql`
    SELECT line, label, status, certainty FROM import_line
    WHERE job_id = ${job.id} AND status IN ('ambiguous', 'unknown', 'wrong') ORDER BY line`)
}

export interface ListedImport {
  id: number
  kind: 'own' | 'report'
  fileName: string
  state: ImportState
  createdAt: string
}

/**
 * What a member may upload for an organisation, and what was uploaded last.
 * @returns undefined for no such place. @throws SignInNeeded, Forbidden
 */
export function getUploadPlace(
  { db, actor }: Reading,
  key: string,
):
  | {
      organisation: { id: number; key: string; name: string; kind: string }
      /** Whether it may say what others use: of any software, or of those that it publishes. */
      reports: 'any' | 'published' | null
      recent: ListedImport[]
    }
  | undefined {
  const organisation = db.get<{ id: number; key: string; name: string; kind: string } | undefined>(
    sql`SELECT id, key, name, kind FROM organisation WHERE key = ${key}`,
  )
  if (!organisation) return undefined
  assertMay(actor, 'adoptions.import', organisation.id)
  return {
    organisation,
    reports: reportsOf({ db }, organisation),
    recent: db.all<ListedImport>(sql`
      SELECT id, kind, file_name AS fileName, state, created_at AS createdAt FROM import_job
      WHERE organisation_id = ${organisation.id} AND state <> 'dropped' ORDER BY id DESC LIMIT 10`),
  }
}
