import { asc, eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { application, applicationDocument, applicationEvent } from '#db/schema/applications.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { type Difference, difference } from '#lib/evidence/rules/difference.ts'
import { REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import { answersToTake } from './commands/save-answer.ts'
import { latestSnapshot } from './commands/submit-dossier.ts'
import { answersOf, contentOf, documentsOf, missingOf } from './internal/content-of.ts'
import {
  canSend,
  canWrite,
  type Dossier,
  dossierOf,
  dossierOn,
  organisationOf,
  questionsOf,
} from './internal/dossier-of.ts'
import { assertMayRead } from './readers.ts'
import { moveFrom } from './rules/moves.ts'
import { type SnapshotContent, snapshotContent } from './snapshot-schema.ts'

/**
 * The page of a dossier, for those who fill it: all of it where one is open, what it would be where none
 * is. Organisers and jurors read what was submitted, elsewhere.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function getDossier(context: Context, of: { organisation: string; grid: string }) {
  const organisation = organisationOf(context, of.organisation)
  assertMay(context.actor, 'application.write', organisation.id)
  const questions = questionsOf(context, of.grid)
  const dossier = dossierOn(context, { organisationId: organisation.id, grid: of.grid })
  return {
    organisation: { key: organisation.key, name: organisation.name },
    ...questions,
    dossier: dossier ? stateOf(context, dossier) : undefined,
  }
}

function stateOf(context: Context, dossier: Dossier) {
  const { row } = dossier
  const content = contentOf(context, dossier, context.now)
  const sent = latestSnapshot(context, row.id)
  return {
    row,
    content,
    missing: missingOf(dossier, content),
    writable: canWrite(dossier, context.now),
    sendable: canSend(dossier, context.now),
    withdrawable: dossier.edition !== null && moveFrom(row.state, 'withdraw') !== undefined,
    revisions: Object.fromEntries(
      answersOf(context, row.id).map(({ criterion, revision }) => [criterion, revision]),
    ) as Partial<Record<string, number>>,
    documents: documentsOf(context, row.id),
    history: historyOf(context, row.id),
    sent: sent ? { at: sent.createdAt, sha256: sent.sha256 } : undefined,
    toTake: answersToTake(context, dossier, REFERENCE_GRID).length,
  }
}

/** How the answer to a criterion differs from what adoptions show. @throws NotFound, SignInNeeded, Forbidden */
export function compareAnswer(
  context: Context,
  of: { application: number; criterion: string },
): Difference[] {
  const dossier = dossierOf(context, of.application)
  assertMay(context.actor, 'application.write', dossier.row.organisationId)
  const read = contentOf(context, dossier, context.now)
    .axes.flatMap(({ criteria }) => criteria)
    .find(({ slug }) => slug === of.criterion)
  return read ? difference(read.answer, read.evidence) : []
}

/** What happened to a dossier, the latest last. */
function historyOf({ db }: Pick<Context, 'db'>, applicationId: number) {
  return db
    .select({
      id: applicationEvent.id,
      at: applicationEvent.at,
      kind: applicationEvent.kind,
      note: applicationEvent.note,
      name: user.name,
      email: user.email,
    })
    .from(applicationEvent)
    .leftJoin(user, eq(user.id, applicationEvent.userId))
    .where(eq(applicationEvent.applicationId, applicationId))
    .orderBy(asc(applicationEvent.id))
    .all()
    .map(({ name, email, ...rest }) => ({ ...rest, who: name || email || '' }))
}

export interface ReadFile {
  content: SnapshotContent
  /** SHA-256 of what was submitted; empty for a draft. */
  sha256: string
}

/**
 * A file as its readers have it: what was submitted last; to its own organisation, or where nothing was
 * submitted, as it stands.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function readFile(context: Context, id: number, { draft = false } = {}): ReadFile {
  const dossier = dossierOf(context, id)
  assertMayRead(context, { applicationId: id, organisationId: dossier.row.organisationId })
  const sent = latestSnapshot(context, id)
  if (sent && !draft) {
    return { content: snapshotContent.parse(JSON.parse(sent.content)), sha256: sent.sha256 }
  }
  // Until it is submitted, a dossier is its organisation's own affair.
  assertMay(context.actor, 'application.write', dossier.row.organisationId)
  return { content: contentOf(context, dossier, context.now), sha256: '' }
}

/** The bytes of what was submitted last, as they were hashed. @throws NotFound, SignInNeeded, Forbidden */
export function readSnapshotBytes(context: Context, id: number): string {
  const dossier = dossierOf(context, id)
  assertMayRead(context, { applicationId: id, organisationId: dossier.row.organisationId })
  const sent = latestSnapshot(context, id)
  if (sent) return sent.content
  throw new NotFound('Rien n’a encore été déposé.', 'Nothing has been submitted yet.')
}

/** What an organiser reads of a file. @throws NotFound, SignInNeeded, Forbidden */
export function getFileForOrganiser(context: Context, id: number) {
  assertMay(context.actor, 'application.ask-more')
  const dossier = dossierOf(context, id)
  const { row, organisation, edition, grid } = dossier
  const sent = latestSnapshot(context, id)
  return {
    id,
    grid: { key: grid.key, title: grid.title },
    edition: edition?.year ?? 0,
    organisation: { key: organisation.key, name: organisation.name },
    state: row.state,
    submittedAt: row.submittedAt,
    moreRequested: row.moreRequested,
    moreUntil: row.moreUntil,
    asksMore: moveFrom(row.state, 'ask-more') !== undefined,
    people: {
      responsible: { name: row.responsibleName, office: row.responsibleOffice },
      elected: { name: row.electedName, office: row.electedOffice },
    },
    file: sent
      ? { content: snapshotContent.parse(JSON.parse(sent.content)), sha256: sent.sha256 }
      : undefined,
    history: historyOf(context, id),
  }
}

/**
 * A document, for those who read its dossier. One that was taken out is read as long as something
 * submitted names it.
 * @throws NotFound, SignInNeeded, Forbidden
 */
export function getDocument(context: Context, id: number) {
  const found = context.db
    .select({ file: applicationDocument, organisationId: application.organisationId })
    .from(applicationDocument)
    .innerJoin(application, eq(application.id, applicationDocument.applicationId))
    .where(eq(applicationDocument.id, id))
    .get()
  if (!found) throw noDocument()
  const { file, organisationId } = found
  assertMayRead(context, { applicationId: file.applicationId, organisationId })
  const mine = may(context.actor, 'application.write', organisationId)
  const sent = latestSnapshot(context, file.applicationId)
  const named =
    sent !== undefined &&
    snapshotContent.parse(JSON.parse(sent.content)).documents.some((item) => item.id === id)
  if (!named && (!mine || file.removedAt !== '')) throw noDocument()
  return file
}

const noDocument = () =>
  new NotFound(
    'Ce justificatif n’existe pas, ou plus.',
    'There is no such document, or not any more.',
  )
