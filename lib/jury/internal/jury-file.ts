import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import {
  application,
  applicationEvent,
  applicationSnapshot,
  juryAssignment,
  juryScore,
} from '#db/schema/applications.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { listEditionsHere } from '#lib/label/grid-queries.ts'
import type { EditionCalendar } from '#lib/label/grid-view.ts'
import { editionPhase, takesSubmissions } from '#lib/label/rules/edition-phase.ts'
import { type JuryProgress, juryProgress, stateByJury } from '../rules/progress.ts'
import { linkOf, linksOf } from './links.ts'

type ApplicationRow = typeof application.$inferSelect
export type ApplicationState = ApplicationRow['state']

/** States of a file that the jury has to do with, its end included. */
export const JURY_STATES = [
  'submitted',
  'more-requested',
  'examining',
  'assessed',
  'deliberated',
  'announced',
  'published',
] as const satisfies readonly ApplicationState[]
export const isOfJury = (state: ApplicationState): boolean =>
  (JURY_STATES as readonly string[]).includes(state)

export interface JuryFile {
  row: ApplicationRow
  edition: EditionCalendar
  /** The last thing that was submitted; the jury reads nothing else. */
  snapshot: { id: number; createdAt: string; content: string; sha256: string }
}

const notThere = () =>
  new NotFound(
    'Ce dossier n’existe pas, ou ne vous est pas ouvert.',
    'There is no such file, or it is not open to you.',
  )

/** A file that was submitted to an edition that is run here. @throws NotFound */
export function juryFile(db: Db | Tx, applicationId: number): JuryFile {
  const row = db.select().from(application).where(eq(application.id, applicationId)).get()
  if (!row || !isOfJury(row.state)) throw notThere()
  const edition = listEditionsHere({ db: db as Db }).find((item) => item.grid === row.grid)
  const snapshot = db
    .select({
      id: applicationSnapshot.id,
      createdAt: applicationSnapshot.createdAt,
      content: applicationSnapshot.content,
      sha256: applicationSnapshot.sha256,
    })
    .from(applicationSnapshot)
    .where(eq(applicationSnapshot.applicationId, applicationId))
    .orderBy(desc(applicationSnapshot.id))
    .get()
  if (!edition || !snapshot) throw notThere()
  return { row, edition, snapshot }
}

/** Whether the dossiers of an edition are with its jury: closed, to the last second of grace. */
export function isWithJury(edition: EditionCalendar, now: Date): boolean {
  const phase = editionPhase(edition, now)
  return ['closed', 'announced', 'published'].includes(phase) && !takesSubmissions(edition, now)
}

export interface SeatRow {
  userId: string
  assignedAt: string
  finishedAt: string
  conflictAt: string
  conflictReason: string
  /** Closed to them: a conflict on record, or a link as memberships stand now. */
  barred: boolean
}

/** The jurors of a file, in the order in which they were assigned. */
export function seatsOf(db: Db | Tx, applicationId: number): SeatRow[] {
  const rows = db
    .select()
    .from(juryAssignment)
    .where(eq(juryAssignment.applicationId, applicationId))
    .orderBy(asc(juryAssignment.assignedAt), asc(juryAssignment.userId))
    .all()
  const links = linksOf(
    db,
    [applicationId],
    rows.map((row) => row.userId),
  ).get(applicationId)
  return rows.map((row) => ({
    userId: row.userId,
    assignedAt: row.assignedAt,
    finishedAt: row.finishedAt,
    conflictAt: row.conflictAt,
    conflictReason: row.conflictReason,
    barred: row.conflictAt !== '' || links?.has(row.userId) === true,
  }))
}

export const progressOf = (db: Db | Tx, file: JuryFile): JuryProgress =>
  juryProgress(seatsOf(db, file.row.id), file.snapshot.createdAt, file.edition.jurorsEach)

export interface JuryAccess extends JuryFile {
  /** Of the juror who acts; undefined for an organiser. */
  seat: SeatRow | undefined
}

/**
 * What every read and write of a file by its jury asks: a juror who is assigned to it, or an organiser;
 * neither of them tied to the candidate, nor before the dossiers are with the jury.
 * @throws NotFound in every other case: an address tells nothing.
 */
export function accessOf(db: Db | Tx, context: Context, applicationId: number): JuryAccess {
  const { actor, now } = context
  if (actor.kind !== 'user') throw notThere()
  const file = juryFile(db, applicationId)
  const seat = seatsOf(db, applicationId).find(({ userId }) => userId === actor.id)
  const asJuror = seat !== undefined && actor.roles.includes('juror')
  if (!asJuror && !actor.roles.includes('label-organiser')) throw notThere()
  if (isBarred(db, actor, applicationId, seat)) throw notThere()
  if (!isWithJury(file.edition, now)) throw notThere()
  return { ...file, seat: asJuror ? seat : undefined }
}

/** An organiser who is tied to a candidate reads and decides nothing of it either. */
function isBarred(
  db: Db | Tx,
  actor: UserActor,
  applicationId: number,
  seat: SeatRow | undefined,
): boolean {
  return seat?.barred === true || linkOf(db, applicationId, actor.id) !== undefined
}

/** The state that the work of its jury has brought a file to. */
export function stateDue(db: Db | Tx, applicationId: number): ApplicationState {
  const file = juryFile(db, applicationId)
  const begun = db
    .select({ axis: juryScore.axis })
    .from(juryScore)
    .where(eq(juryScore.applicationId, applicationId))
    .get()
  const due = stateByJury(file.row.state, progressOf(db, file), begun !== undefined)
  return due as ApplicationState
}

/** Gives a file that state, with its line in the history. */
export function moveState(tx: Tx, context: Pick<Context, 'now'>, applicationId: number): void {
  const state = stateDue(tx, applicationId)
  if (state !== juryFile(tx, applicationId).row.state) setState(tx, context, [applicationId], state)
}

/** Sets the state of files, each with its line in the history that its organisation reads. */
export function setState(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  ids: readonly number[],
  state: ApplicationState,
): void {
  const at = now.toISOString()
  tx.update(application)
    .set({ state, updatedAt: at })
    .where(inArray(application.id, [...ids]))
    .run()
  for (const applicationId of ids)
    tx.insert(applicationEvent).values({ applicationId, at, kind: state }).run()
}

export const ofSeat = (applicationId: number, userId: string) =>
  and(eq(juryAssignment.applicationId, applicationId), eq(juryAssignment.userId, userId))
