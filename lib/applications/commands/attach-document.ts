import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { applicationDocument } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { checkDocument } from '../documents/check-document.ts'
import { dropKept, keepFile } from '../documents/folder.ts'
import { documentsOf, sha256 } from '../internal/content-of.ts'
import { assertWritable, dossierOf } from '../internal/dossier-of.ts'
import { noteChange, record } from '../internal/record.ts'
import { MOST_DOCUMENTS } from '../rules/document-kinds.ts'
import { because } from '../schema.ts'

interface Attached {
  application: number
  /** Slug; empty for the whole dossier. */
  criterion: string
  fileName: string
  bytes: Buffer
}

/**
 * Attaches a file to a dossier, once its content is what its name says. The same file again for the same
 * criterion is there already.
 * @param folder where files are kept.
 * @throws z.ZodError on `file`, with a key of DOSSIER_FAULTS; Conflict once closed; NotFound, SignInNeeded,
 * Forbidden
 */
export async function attachDocument(
  context: Context,
  { application, criterion, fileName, bytes }: Attached,
  folder: string,
): Promise<{ id: number; unvalidated: boolean }> {
  const before = dossierOf(context, application)
  assertUserMay(context.actor, 'application.write', before.row.organisationId)
  assertWritable(before, context.now)
  const checked = await checkDocument(fileName, bytes)
  const storedAs = keepFile(folder, bytes)
  try {
    return inTransaction(context.db, (tx) => {
      const dossier = dossierOf(context, application)
      const actor = assertUserMay(context.actor, 'application.write', dossier.row.organisationId)
      assertWritable(dossier, context.now)
      const known = dossier.grid.axes.flatMap(({ criteria }) => criteria.map(({ slug }) => slug))
      const of = known.includes(criterion) ? criterion : ''
      const held = documentsOf(context, application)
      const hash = sha256(bytes)
      const same = held.find((file) => file.sha256 === hash && file.criterion === of)
      if (same) {
        dropKept(folder, storedAs)
        return { id: same.id, unvalidated: false }
      }
      if (held.length >= MOST_DOCUMENTS) throw tooMany()
      const { id } = tx
        .insert(applicationDocument)
        .values({
          applicationId: application,
          criterion: of,
          ...checked,
          bytes: bytes.length,
          sha256: hash,
          storedAs,
          createdAt: context.now.toISOString(),
          createdBy: actor.id,
        })
        .returning({ id: applicationDocument.id })
        .get()
      const unvalidated = noteChange(tx, context, dossier)
      record(tx, context, dossier, {
        kind: 'document-added',
        note: checked.fileName,
        detail: { document: id, bytes: bytes.length, sha256: hash },
      })
      return { id, unvalidated }
    })
  } catch (error) {
    dropKept(folder, storedAs)
    throw error
  }
}

/**
 * Takes a document out of its dossier. Its bytes stay while something submitted names it.
 * @throws Conflict once closed; NotFound, SignInNeeded, Forbidden
 */
export function removeDocument(
  context: Context,
  input: { application: number; document: number },
): { unvalidated: boolean } {
  return inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    assertUserMay(context.actor, 'application.write', dossier.row.organisationId)
    assertWritable(dossier, context.now)
    const file = documentsOf(context, dossier.row.id).find(({ id }) => id === input.document)
    if (!file) throw gone()
    tx.update(applicationDocument)
      .set({ removedAt: context.now.toISOString() })
      .where(
        and(
          eq(applicationDocument.id, file.id),
          eq(applicationDocument.applicationId, dossier.row.id),
        ),
      )
      .run()
    const unvalidated = noteChange(tx, context, dossier)
    record(tx, context, dossier, {
      kind: 'document-removed',
      note: file.fileName,
      detail: { document: file.id },
    })
    return { unvalidated }
  })
}

const tooMany = () =>
  new z.ZodError([
    { code: 'custom', path: ['file'], message: because('file-many').error, input: undefined },
  ])

const gone = () =>
  new NotFound(
    'Ce justificatif n’est pas dans la candidature, ou plus. Rechargez la page.',
    'This document is not in the application, or not any more. Reload the page.',
  )
