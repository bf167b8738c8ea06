import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { importJob } from '#db/schema/adoption-life.ts'
import { organisation } from '#db/schema/organisations.ts'
import { publisher, software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { softwareMatcher } from '#lib/adoptions/imports/match-software.ts'
import { reportsAs } from '#lib/adoptions/rules/may-report.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden, NotFound, TooMany } from '#lib/errors.ts'
import { LONGEST_LIST } from '#lib/importers/schema.ts'

/** What is wrong with what was sent; the pages word it. */
const because = (error: 'file-missing' | 'file-long' | 'software-unknown') => ({ error })

const uploadInput = z.object({
  kind: z.enum(['own', 'report']),
  organisation: z.string(),
  /** Slug or name of what every line means; empty where each line names its own. */
  software: z.string().trim().max(200, because('software-unknown')),
  runs: z.boolean(),
  fileName: z.string().transform((name) => name.replace(/\p{Cc}/gu, '').slice(-120)),
  file: z
    .instanceof(Buffer)
    .refine((bytes) => bytes.length > 0, because('file-missing'))
    .refine((bytes) => bytes.length <= LONGEST_LIST, because('file-long')),
})

/** Lists of one organisation that may wait to be read at once. */
const MOST_WAITING = 5
/** Milliseconds within which the same list again is a second click. */
const SAME_LIST = 10 * 60_000

/**
 * Takes in a list: it is read and looked through before anything of it is recorded.
 * @returns the number of its job. The same list twice within minutes is one job.
 */
export function uploadList(context: Context, typed: z.input<typeof uploadInput>): { id: number } {
  const input = uploadInput.parse(typed)
  return inTransaction(context.db, (tx) => {
    const of = organisationOf(tx, input.organisation)
    const right = input.kind === 'own' ? 'adoptions.import' : 'adoptions.report'
    const actor = assertUserMay(context.actor, right, of.id)
    const softwareId = input.kind === 'own' ? null : reportedSoftware(tx, of, input.software)
    const hash = createHash('sha256').update(input.file).digest('hex')
    const before = new Date(context.now.getTime() - SAME_LIST).toISOString()
    const same = tx.get<{ id: number } | undefined>(sql`
      SELECT id FROM import_job WHERE organisation_id = ${of.id} AND user_id = ${actor.id}
        AND kind = ${input.kind} AND software_id IS ${softwareId} AND created_at > ${before}
        AND json_extract(summary, '$.hash') = ${hash} AND state IN ('uploaded', 'ready')`)
    if (same) return { id: same.id }
    assertRoom(tx, of.id)
    const at = context.now.toISOString()
    const job = tx
      .insert(importJob)
      .values({
        kind: input.kind,
        organisationId: of.id,
        userId: actor.id,
        softwareId,
        fileName: input.fileName,
        content: input.file,
        state: 'uploaded',
        summary: { hash, ...(input.runs && input.kind === 'report' ? { runs: true } : {}) },
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: importJob.id })
      .get()
    recordAudit(tx, context, {
      action: 'import.upload',
      subjectKind: 'import',
      subject: String(job.id),
      detail: { kind: input.kind, organisationId: of.id, softwareId, bytes: input.file.length },
    })
    return job
  })
}

function organisationOf(tx: Tx, key: string) {
  const row = tx
    .select({ id: organisation.id, kind: organisation.kind })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (row) return row
  throw new NotFound('Cet organisme n’est pas dans la base.', 'This organisation is not known.')
}

function assertRoom(tx: Tx, organisationId: number): void {
  const { n } = tx.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM import_job WHERE organisation_id = ${organisationId} AND state = 'uploaded'`)
  if (n < MOST_WAITING) return
  throw new TooMany(
    'Plusieurs fichiers de votre organisme attendent encore d’être lus. Patientez une minute, puis envoyez celui-ci de nouveau.',
    'Several files of your organisation still wait to be read. Wait a minute, then send this one again.',
  )
}

/** The software that all lines mean, which the organisation may report of; null for one a line. */
function reportedSoftware(tx: Tx, of: { id: number; kind: string }, typed: string): number | null {
  if (typed === '') {
    const published = tx
      .select({ id: publisher.id })
      .from(publisher)
      .where(eq(publisher.organisationId, of.id))
      .get()
    if (!reportsAs(of.kind, published !== undefined)) throw mayNotReport()
    return null
  }
  const bySlug = tx.select({ id: software.id }).from(software).where(eq(software.slug, typed)).get()
  const id = bySlug?.id ?? softwareMatcher(tx)(typed).softwareId
  if (id === null) {
    throw new z.ZodError([
      { code: 'custom', path: ['software'], message: 'software-unknown', input: typed },
    ])
  }
  const publishes = tx.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM software s JOIN publisher p ON p.id = s.publisher_id
    WHERE s.id = ${id} AND p.organisation_id = ${of.id}`)
  if (!reportsAs(of.kind, publishes.n > 0)) throw mayNotReport()
  return id
}

const mayNotReport = () =>
  new Forbidden(
    'Votre organisme ne peut pas dire ce que d’autres utilisent : cela revient à l’éditeur d’un logiciel et aux structures qui l’exploitent pour d’autres. Déclarez ce qu’il utilise lui-même.',
    'Your organisation cannot say what others use: that is for the publisher of a software and for the bodies that run it for others. Declare what it uses itself.',
  )
