import { and, desc, eq } from 'drizzle-orm'
import { application, applicationAnswer, applicationSnapshot } from '#db/schema/applications.ts'
import { edition } from '#db/schema/label.ts'
import type { Context } from '#lib/context.ts'
import { type SnapshotContent, snapshotContent } from './snapshot-schema.ts'

type Reading = Pick<Context, 'db'>

/** By criterion, what an organisation answers by hand in its dossier on a grid; empty without one. */
export function answersOf(
  { db }: Reading,
  { organisationId, grid }: { organisationId: number; grid: string },
): Map<string, Record<string, string>> {
  const rows = db
    .select({ criterion: applicationAnswer.criterion, value: applicationAnswer.value })
    .from(application)
    .innerJoin(applicationAnswer, eq(applicationAnswer.applicationId, application.id))
    .where(and(eq(application.organisationId, organisationId), eq(application.grid, grid)))
    .all()
  return new Map(rows.map(({ criterion, value }) => [criterion, value]))
}

export interface DossierOfYear {
  year: number
  grid: string
  state: (typeof application.$inferSelect)['state']
  /** ISO 8601, UTC; empty when not set. */
  closesAt: string
  /** What was submitted last, as frozen; null when nothing was. */
  submitted: SnapshotContent | null
}

/** The dossiers of an organisation for the editions that are run here, latest first. */
export function dossiersOf({ db }: Reading, organisationId: number): DossierOfYear[] {
  const rows = db
    .select({
      id: application.id,
      state: application.state,
      grid: application.grid,
      year: edition.year,
      closesAt: edition.closesAt,
    })
    .from(application)
    .innerJoin(edition, eq(edition.grid, application.grid))
    .where(eq(application.organisationId, organisationId))
    .all()
  return rows
    .sort((a, b) => b.year - a.year)
    .map(({ id, ...row }) => ({ ...row, submitted: lastSnapshot(db, id) }))
}

function lastSnapshot(db: Reading['db'], applicationId: number): SnapshotContent | null {
  const last = db
    .select({ content: applicationSnapshot.content })
    .from(applicationSnapshot)
    .where(eq(applicationSnapshot.applicationId, applicationId))
    .orderBy(desc(applicationSnapshot.id))
    .limit(1)
    .get()
  return last ? snapshotContent.parse(JSON.parse(last.content)) : null
}
