import { and, asc, eq, inArray } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { application, juryAssignment, juryScore } from '#db/schema/applications.ts'
import { organisation } from '#db/schema/organisations.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { type SnapshotContent, snapshotContent } from '#lib/applications/snapshot-schema.ts'
import type { Context } from '#lib/context.ts'
import { listEditionsHere } from '#lib/label/grid-queries.ts'
import { getScheme, type SchemeView } from '#lib/label/schemes.ts'
import { type Decision, decisionOf } from './internal/decision.ts'
import {
  type ApplicationState,
  accessOf,
  isWithJury,
  JURY_STATES,
  progressOf,
  seatsOf,
} from './internal/jury-file.ts'
import { resultsConfirmedAt } from './internal/results-mark.ts'
import { hasFinished, type JuryProgress } from './rules/progress.ts'

export interface MyFile {
  applicationId: number
  year: number
  organisation: string
  departement: string
  state: ApplicationState
  /** `closed`: tied to the candidate. `waiting`: the dossiers are not with the jury yet. */
  access: 'open' | 'closed' | 'waiting'
  scored: number
  finished: boolean
  juryAt: string
}

/** The files that a juror is assigned to, those that wait for them first. @throws Forbidden */
export function listMyFiles(context: Context): MyFile[] {
  const juror = assertUserMay(context.actor, 'jury.assess')
  const { db, now } = context
  const editions = new Map(listEditionsHere(context).map((item) => [item.grid, item]))
  const rows = db
    .select({
      id: application.id,
      grid: application.grid,
      state: application.state,
      organisation: organisation.name,
      departement: organisation.departement,
    })
    .from(juryAssignment)
    .innerJoin(application, eq(application.id, juryAssignment.applicationId))
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .where(and(eq(juryAssignment.userId, juror.id), inArray(application.state, [...JURY_STATES])))
    .orderBy(asc(organisation.nameKey))
    .all()
  return rows
    .flatMap((row): MyFile[] => {
      const edition = editions.get(row.grid)
      const seat = seatsOf(db, row.id).find(({ userId }) => userId === juror.id)
      if (!edition || !seat) return []
      const access = seat.barred ? 'closed' : isWithJury(edition, now) ? 'open' : 'waiting'
      const file = access === 'open' ? accessOf(db, context, row.id) : undefined
      const mine = file ? scoresOf(context, row.id, [juror.id]) : []
      return [
        {
          applicationId: row.id,
          year: edition.year,
          organisation: row.organisation,
          departement: row.departement,
          state: row.state,
          access,
          scored: mine.filter(({ score }) => score !== null).length,
          finished: file !== undefined && hasFinished(seat, file.snapshot.createdAt),
          juryAt: edition.juryAt,
        },
      ]
    })
    .sort((a, b) => b.year - a.year || Number(a.finished) - Number(b.finished))
}

export interface AxisNote {
  axis: string
  score: number | null
  comment: string
  updatedAt: string
}

export interface JuryFileView {
  applicationId: number
  state: ApplicationState
  edition: { year: number; scheme: string; scoreMax: number; juryAt: string; announcesAt: string }
  /** What was submitted, and its hash. */
  snapshot: SnapshotContent
  sha256: string
  submittedAt: string
  progress: JuryProgress
  /** Whether the one who reads scores the file; organisers only read it. */
  assesses: boolean
  finished: boolean
  mine: AxisNote[]
  /** The other jurors and what they think: empty until all have finished. */
  others: Array<{ name: string; notes: AxisNote[] }>
  /** Whether all have finished, so that the jury can deliberate. */
  revealed: boolean
  levels: SchemeView['levels']
  decision: Decision | null
  /** Why the decision cannot be written now; empty where it can. */
  decisionClosed: '' | 'not-assessed' | 'confirmed' | 'announced'
}

/**
 * A file as one of its jurors, or an organiser, reads it: from what was frozen at its submission, never
 * from the catalogue of today.
 * @throws SignInNeeded, Forbidden, NotFound
 */
export function getJuryFile(context: Context, applicationId: number): JuryFileView {
  const reader = assertUserMay(context.actor, 'jury.decide')
  const { db } = context
  const file = accessOf(db, context, applicationId)
  const progress = progressOf(db, file)
  const decided = ['deliberated', 'announced', 'published'].includes(file.row.state)
  const revealed = progress.revealed || decided
  const seats = seatsOf(db, applicationId).filter((seat) => !seat.barred)
  const notes = revealed
    ? scoresOf(
        context,
        applicationId,
        seats.map((s) => s.userId),
      )
    : []
  const names = namesOf(
    context,
    seats.map((seat) => seat.userId),
  )
  const decision = revealed ? decisionOf(context, applicationId) : null
  const { year, scheme, scoreMax, juryAt, announcesAt } = file.edition
  return {
    applicationId,
    state: file.row.state,
    edition: { year, scheme, scoreMax, juryAt, announcesAt },
    snapshot: snapshotContent.parse(JSON.parse(file.snapshot.content)),
    sha256: file.snapshot.sha256,
    submittedAt: file.snapshot.createdAt,
    progress,
    assesses: file.seat !== undefined,
    finished: file.seat !== undefined && hasFinished(file.seat, file.snapshot.createdAt),
    mine: file.seat ? scoresOf(context, applicationId, [reader.id]) : [],
    others: revealed
      ? seats
          .filter(({ userId }) => userId !== reader.id || !file.seat)
          .map(({ userId }) => ({
            name: names.get(userId) ?? '',
            notes: notes.filter((note) => note.userId === userId),
          }))
      : [],
    revealed,
    levels: getScheme(context, scheme)?.levels ?? [],
    decision,
    decisionClosed: ['announced', 'published'].includes(file.row.state)
      ? 'announced'
      : !progress.revealed || file.row.state === 'more-requested'
        ? 'not-assessed'
        : decision && resultsConfirmedAt(db, year) !== ''
          ? 'confirmed'
          : '',
  }
}

function scoresOf(
  { db }: Context,
  applicationId: number,
  userIds: readonly string[],
): Array<AxisNote & { userId: string }> {
  return db
    .select({
      userId: juryScore.userId,
      axis: juryScore.axis,
      score: juryScore.score,
      comment: juryScore.comment,
      updatedAt: juryScore.updatedAt,
    })
    .from(juryScore)
    .where(and(eq(juryScore.applicationId, applicationId), inArray(juryScore.userId, [...userIds])))
    .all()
}

/** How jurors are named among themselves: by the name they gave, else by their address. */
function namesOf({ db }: Context, userIds: readonly string[]): Map<string, string> {
  const rows = db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(user)
    .where(inArray(user.id, [...userIds]))
    .all()
  return new Map(rows.map(({ id, name, email }) => [id, name || email]))
}
