import { asc, eq, inArray, or } from 'drizzle-orm'
import { user, userRole } from '#db/schema/accounts.ts'
import { application, juryAssignment, juryDecision } from '#db/schema/applications.ts'
import { organisation } from '#db/schema/organisations.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { getEdition } from '#lib/label/grid-queries.ts'
import type { EditionCalendar } from '#lib/label/grid-view.ts'
import { getScheme } from '#lib/label/schemes.ts'
import { isOfJury, isWithJury, juryFile, seatsOf } from './internal/jury-file.ts'
import { linksOf } from './internal/links.ts'
import { resultsConfirmedAt } from './internal/results-mark.ts'
import { distribute } from './rules/distribute.ts'
import { hasFinished, juryProgress } from './rules/progress.ts'
import type { LinkKind } from './schema.ts'

export interface EditionFile {
  applicationId: number
  organisation: { key: string; name: string; departement: string }
  state: (typeof application.$inferSelect)['state']
  submittedAt: string
  /** What was asked for, and until when, while the candidate has not sent it. */
  moreUntil: string
  seats: Array<{ userId: string; finished: boolean; barred: boolean; reason: string }>
  complete: boolean
  /** Jurors whom a link bars, assigned or not, and which link. */
  links: Record<string, LinkKind>
  /** Who would read it, by the distribution that is proposed. */
  proposed: string[]
  /** In the words of the scheme; `null` in it for no award. Null where nothing is decided, or not to be read. */
  decision: { level: { fr: string; en: string } | null } | null
  /** Whether the one who reads is tied to the candidate: its file is closed to them. */
  barredToMe: boolean
}

export interface EditionFiles {
  edition: EditionCalendar
  withJury: boolean
  confirmedAt: string
  jurors: Array<{ userId: string; name: string; email: string; files: number }>
  files: EditionFile[]
}

/**
 * The applications to an edition as its organiser follows them: who reads what and how far they are,
 * never what they think.
 * @throws SignInNeeded, Forbidden, NotFound
 */
export function getEditionFiles(context: Context, year: number): EditionFiles {
  const organiser = assertUserMay(context.actor, 'jury.assign')
  const { db } = context
  const edition = getEdition(context, year)
  if (!edition || edition.state === 'documented') {
    throw new NotFound('Ce millésime n’est pas organisé ici.', 'This edition is not run here.')
  }
  const rows = db
    .select({
      id: application.id,
      state: application.state,
      submittedAt: application.submittedAt,
      moreUntil: application.moreUntil,
      key: organisation.key,
      name: organisation.name,
      departement: organisation.departement,
      decided: juryDecision.decidedAt,
      level: juryDecision.level,
    })
    .from(application)
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .leftJoin(juryDecision, eq(juryDecision.applicationId, application.id))
    .where(eq(application.grid, edition.grid))
    .orderBy(asc(organisation.nameKey))
    .all()
  const people = jurorsOf(context, edition.grid)
  const links = linksOf(
    db,
    rows.map(({ id }) => id),
    [...people.map(({ userId }) => userId), organiser.id],
  )
  const levels = getScheme(context, edition.scheme)?.levels ?? []
  const files = rows.map((row): EditionFile => {
    const ofJury = isOfJury(row.state)
    const seats = ofJury ? seatsOf(db, row.id) : []
    const submittedAt = ofJury ? juryFile(db, row.id).snapshot.createdAt : row.submittedAt
    const barredToMe =
      links.get(row.id)?.has(organiser.id) === true ||
      seats.some((seat) => seat.barred && seat.userId === organiser.id)
    return {
      applicationId: row.id,
      organisation: { key: row.key, name: row.name, departement: row.departement },
      state: row.state,
      submittedAt,
      moreUntil: row.state === 'more-requested' ? row.moreUntil : '',
      seats: seats.map((seat) => ({
        userId: seat.userId,
        finished: hasFinished(seat, submittedAt),
        barred: seat.barred,
        reason: seat.conflictReason,
      })),
      complete: juryProgress(seats, submittedAt, edition.jurorsEach).complete,
      links: Object.fromEntries(links.get(row.id) ?? []),
      proposed: [],
      decision:
        row.decided && !barredToMe
          ? { level: levels.find(({ value }) => value === row.level) ?? null }
          : null,
      barredToMe,
    }
  })
  propose(files, people, edition.jurorsEach)
  return {
    edition,
    withJury: isWithJury(edition, context.now),
    confirmedAt: resultsConfirmedAt(db, year),
    jurors: people.map((person) => ({
      ...person,
      files: files.filter((file) =>
        file.seats.some((seat) => seat.userId === person.userId && !seat.barred),
      ).length,
    })),
    files,
  }
}

/** Whoever is of the jury, and whoever reads a file of this edition and is not any more. */
function jurorsOf({ db }: Context, grid: string) {
  const ofJury = db.select({ id: userRole.userId }).from(userRole).where(eq(userRole.role, 'juror'))
  const seated = db
    .select({ id: juryAssignment.userId })
    .from(juryAssignment)
    .innerJoin(application, eq(application.id, juryAssignment.applicationId))
    .where(eq(application.grid, grid))
  return db
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(user)
    .where(or(inArray(user.id, ofJury), inArray(user.id, seated)))
    .orderBy(asc(user.name), asc(user.email))
    .all()
}

function propose(
  files: EditionFile[],
  jurors: ReadonlyArray<{ userId: string }>,
  each: number,
): void {
  const open = files.filter(({ state }) =>
    ['submitted', 'more-requested', 'examining', 'assessed'].includes(state),
  )
  const proposed = distribute(
    open.map(({ applicationId: id, seats, links }) => ({
      id,
      has: seats.filter((seat) => !seat.barred).map(({ userId }) => userId),
      barred: new Set([
        ...Object.keys(links),
        ...seats.filter((seat) => seat.barred).map(({ userId }) => userId),
      ]),
    })),
    jurors.map(({ userId }) => userId),
    each,
  )
  for (const file of files) file.proposed = proposed.get(file.applicationId) ?? []
}
