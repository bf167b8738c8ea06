import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { applicationAnswer, applicationDocument } from '#db/schema/applications.ts'
import { organisationYear } from '#db/schema/evidence.ts'
import type { Context } from '#lib/context.ts'
import { computeEvidence } from '#lib/evidence/compute.ts'
import { type Answer, isAnswered } from '../answer-schema.ts'
import { type Missing, missingFor } from '../rules/missing.ts'
import type { SnapshotContent } from '../snapshot-schema.ts'
import type { Dossier } from './dossier-of.ts'

type Reading = Pick<Context, 'db'>

/** JSON with its keys in order (RFC 8785): the same content has the same bytes, hence the same hash. */
export function canonicalJson(content: unknown): string {
  const text = canonicalize(content)
  if (text === undefined) throw new Error('nothing to write')
  return text
}

export const sha256 = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex')

export const answersOf = ({ db }: Reading, applicationId: number) =>
  db
    .select()
    .from(applicationAnswer)
    .where(eq(applicationAnswer.applicationId, applicationId))
    .orderBy(asc(applicationAnswer.criterion))
    .all()

/** Those in the dossier, oldest first. */
export const documentsOf = ({ db }: Reading, applicationId: number) =>
  db
    .select()
    .from(applicationDocument)
    .where(
      and(
        eq(applicationDocument.applicationId, applicationId),
        eq(applicationDocument.removedAt, ''),
      ),
    )
    .orderBy(asc(applicationDocument.id))
    .all()

/** SHA-256 of all that the élu vouches for: people, answers, documents. */
export function validatedHashOf(context: Reading, { row }: Dossier): string {
  const { responsibleName, responsibleOffice, responsibleEmail } = row
  const { electedName, electedOffice, electedEmail, namesPublic } = row
  return sha256(
    canonicalJson({
      people: [responsibleName, responsibleOffice, responsibleEmail],
      elected: [electedName, electedOffice, electedEmail],
      namesPublic,
      answers: answersOf(context, row.id)
        .filter(({ value }) => isAnswered(value))
        .map(({ criterion, value }) => ({ criterion, value })),
      documents: documentsOf(context, row.id).map((file) => [
        file.criterion,
        file.fileName,
        file.sha256,
      ]),
    }),
  )
}

/** The whole of a dossier as it stands, in the shape in which it is frozen. */
export function contentOf(context: Reading, dossier: Dossier, now: Date): SnapshotContent {
  const { row, organisation, grid, edition } = dossier
  const answers = new Map(answersOf(context, row.id).map((item) => [item.criterion, item.value]))
  const documents = documentsOf(context, row.id)
  // What adoptions say is read as of the closing date: a dossier is not better for being sent late.
  const at = edition?.closesAt && edition.closesAt < now.toISOString() ? edition.closesAt : null
  const evidence = new Map(
    computeEvidence(context, {
      organisationId: organisation.id,
      grid: grid.key,
      at: at === null ? now : new Date(at),
    }).map((item) => [item.criterion, item]),
  )
  return {
    format: 'mutualibre-dossier-1',
    application: row.id,
    edition: edition?.year ?? 0,
    scheme: edition?.scheme ?? '',
    submittedAt: now.toISOString(),
    organisation: {
      key: organisation.key,
      name: organisation.name,
      kind: organisation.kind,
      departement: organisation.departement,
      population: organisation.population,
    },
    responsible: { name: row.responsibleName, office: row.responsibleOffice },
    elected: { name: row.electedName, office: row.electedOffice, validatedAt: row.validatedAt },
    namesPublic: row.namesPublic,
    figures: figuresOf(context, organisation.id, edition?.year ?? now.getUTCFullYear()),
    axes: grid.axes.map(({ slug, name, criteria }) => ({
      slug,
      name,
      criteria: criteria.map((item) => {
        const answer = answers.get(item.slug)
        return {
          slug: item.slug,
          number: item.number,
          label: item.label,
          parts: [...item.parts],
          answer: isAnswered(answer) ? answer : null,
          evidence: evidence.get(item.slug) ?? null,
          documents: documents.filter((file) => file.criterion === item.slug).map(({ id }) => id),
        }
      }),
    })),
    documents: documents.map(({ id, criterion, fileName, mediaType, bytes, sha256 }) => ({
      ...{ id, criterion, fileName, mediaType, bytes, sha256 },
    })),
  }
}

/** The figures that the organisation states for a year, or the latest before it. */
function figuresOf({ db }: Reading, organisationId: number, year: number) {
  const row = db
    .select()
    .from(organisationYear)
    .where(
      and(eq(organisationYear.organisationId, organisationId), lte(organisationYear.year, year)),
    )
    .orderBy(desc(organisationYear.year))
    .get()
  if (!row) return null
  const { workstations, servers, schoolWorkstations, serversVirtual } = row
  return { year: row.year, workstations, servers, schoolWorkstations, serversVirtual }
}

/** What keeps a dossier, as it stands, from being submitted. */
export function missingOf(dossier: Dossier, content: SnapshotContent): Missing[] {
  const { row, grid } = dossier
  const required = new Set(
    grid.axes.flatMap(({ criteria }) =>
      criteria.filter((item) => item.required).map(({ slug }) => slug),
    ),
  )
  return missingFor({
    responsible: { ...content.responsible, email: row.responsibleEmail },
    elected: { ...content.elected, email: row.electedEmail },
    validatedAt: row.validatedAt,
    criteria: content.axes.flatMap(({ slug: axis, criteria }) =>
      criteria.map((item) => ({
        axis,
        slug: item.slug,
        required: required.has(item.slug),
        answer: item.answer as Answer | null,
        evidenced: item.evidence?.state === 'evidenced',
      })),
    ),
  })
}
