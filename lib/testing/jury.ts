import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { application, applicationSnapshot, juryAssignment } from '#db/schema/applications.ts'
import { edition } from '#db/schema/label.ts'
import { organisation } from '#db/schema/organisations.ts'
import { type SnapshotContent, snapshotContent } from '#lib/applications/snapshot-schema.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { assignJurors } from '#lib/jury/commands/assign.ts'
import { saveScores } from '#lib/jury/commands/save-scores.ts'
import { commentField, mentionFields, scoreField } from '#lib/jury/schema.ts'
import { getGrid } from '#lib/label/grid-queries.ts'

/** A moment at which the dossiers of anOpenEdition() are with its jury, and one after each date. */
export const closedOf = (context: Context): Date => at(context, 31)
export const announcedOf = (context: Context): Date => at(context, 61)
export const publishedOf = (context: Context): Date => at(context, 71)
const at = ({ now }: Context, days: number) => new Date(now.getTime() + days * 86_400_000)

/**
 * A dossier as it stands once submitted, written as rows without the room of applications: for tests of
 * what its jury does with it.
 * @returns its id.
 */
export function aSubmittedApplication(
  context: Context,
  input: {
    organisationId: number
    year?: number
    row?: Partial<typeof application.$inferInsert>
    content?: Partial<SnapshotContent>
  },
): number {
  const { db, now } = context
  const { organisationId, year = 2026 } = input
  const key = String(year)
  const submittedAt = now.toISOString()
  const row = {
    grid: key,
    organisationId,
    state: 'submitted' as const,
    responsibleName: 'Camille Durand',
    responsibleOffice: 'Directrice du numérique',
    responsibleEmail: `responsable-${organisationId}@mairie-exemple.fr`,
    electedName: 'Dominique Petit',
    electedOffice: 'Adjoint au numérique',
    electedEmail: `elu-${organisationId}@mairie-exemple.fr`,
    validatedAt: submittedAt,
    submittedAt,
    createdAt: submittedAt,
    updatedAt: submittedAt,
    ...input.row,
  }
  const { id } = db.insert(application).values(row).returning({ id: application.id }).get()
  const body = db.select().from(organisation).where(eq(organisation.id, organisationId)).get()
  const content = snapshotContent.parse({
    format: 'mutualibre-dossier-1',
    application: id,
    edition: year,
    scheme: db.select().from(edition).where(eq(edition.year, year)).get()?.scheme ?? '',
    submittedAt,
    organisation: {
      key: body?.key ?? '',
      name: body?.name ?? '',
      kind: body?.kind ?? '',
      departement: body?.departement ?? '',
      population: body?.population ?? null,
    },
    responsible: { name: row.responsibleName, office: row.responsibleOffice },
    elected: { name: row.electedName, office: row.electedOffice, validatedAt: submittedAt },
    namesPublic: input.row?.namesPublic ?? false,
    figures: null,
    axes: (getGrid(context, key)?.axes ?? []).map((axis) => ({
      slug: axis.slug,
      name: axis.name,
      criteria: axis.criteria.map((item) => ({
        slug: item.slug,
        number: item.number,
        label: item.label,
        parts: item.parts,
        answer: item.parts.includes('text') ? { text: `Réponse à ${item.slug}` } : null,
        evidence: null,
        documents: [],
      })),
    })),
    documents: [],
    ...input.content,
  })
  aSnapshot(context, id, content)
  return id
}

/** Another submission of the same dossier. */
export function aSnapshot({ db, now }: Context, applicationId: number, of: SnapshotContent): void {
  const content = JSON.stringify(of)
  db.insert(applicationSnapshot)
    .values({
      applicationId,
      createdAt: now.toISOString(),
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    .run()
}

/** What was submitted last. */
export function lastSnapshot({ db }: Context, applicationId: number): SnapshotContent {
  const row = db
    .select()
    .from(applicationSnapshot)
    .where(eq(applicationSnapshot.applicationId, applicationId))
    .orderBy(desc(applicationSnapshot.id))
    .get()
  if (!row) throw new Error('nothing was submitted')
  return snapshotContent.parse(JSON.parse(row.content))
}

/** Gives a file its jurors, as an organiser does. */
export function assigned(
  context: Context & { actor: UserActor },
  applicationId: number,
  jurors: readonly UserActor[],
  year = 2026,
): void {
  assignJurors(context, {
    year,
    files: [{ applicationId, jurors: jurors.map(({ id }) => id) }],
  })
}

/** What the form of the scores sends. */
export const typedScores = (
  axes: readonly string[],
  score: number | '',
  comment = '',
): Record<string, string> =>
  Object.fromEntries(
    axes.flatMap((axis) => [
      [scoreField(axis), String(score)],
      [commentField(axis), comment],
    ]),
  )

/** Every juror of a file says all. */
export function allFinished(
  context: Context,
  applicationId: number,
  score = 3,
  comment = '',
): void {
  const axes = lastSnapshot(context, applicationId).axes.map(({ slug }) => slug)
  const rows = context.db
    .select({ userId: juryAssignment.userId })
    .from(juryAssignment)
    .where(eq(juryAssignment.applicationId, applicationId))
    .all()
  for (const { userId } of rows) {
    const actor: UserActor = {
      kind: 'user',
      id: userId,
      email: '',
      name: '',
      roles: ['juror'],
      memberships: [],
    }
    saveScores(
      { ...context, actor },
      { applicationId, finish: true, typed: typedScores(axes, score, comment) },
    )
  }
}

/** What the form of a decision sends. */
export const typedDecision = (
  level: string,
  more: { feedback?: string; minutes?: string; mention?: string; seen?: string } = {},
): Record<string, string> => ({
  ...Object.fromEntries(
    mentionFields.flatMap(({ fr, en }) => [
      [fr, ''],
      [en, ''],
    ]),
  ),
  ...(more.mention ? { 'mention-1-fr': more.mention, 'mention-1-en': more.mention } : {}),
  level,
  feedback: more.feedback ?? '',
  minutes: more.minutes ?? '',
  seen: more.seen ?? '',
})
