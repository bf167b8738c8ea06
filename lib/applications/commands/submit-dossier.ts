import { desc, eq } from 'drizzle-orm'
import { applicationSnapshot } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import {
  canonicalJson,
  contentOf,
  missingOf,
  sha256,
  validatedHashOf,
} from '../internal/content-of.ts'
import { dossierOf, stateAfter } from '../internal/dossier-of.ts'
import { record } from '../internal/record.ts'
import type { Writing } from '../writing.ts'
import { assertSendable, incomplete } from './ask-validation.ts'
import { tell } from './tell.ts'

/**
 * Submits a dossier: what it says, what backs it and the documents that it names are frozen, and nothing
 * changes them afterwards. All of it in one transaction, mails included. Submitted twice at once, it is
 * submitted once.
 * @throws Conflict while something is missing, once closed, or in another state; NotFound, SignInNeeded,
 * Forbidden
 */
export function submitDossier(
  context: Context,
  input: { application: number },
  { siteUrl }: Pick<Writing, 'siteUrl'>,
): { sha256: string } {
  return inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    assertUserMay(context.actor, 'application.submit', dossier.row.organisationId)
    if (dossier.row.state === 'submitted') {
      const sent = latestSnapshot(context, dossier.row.id)
      if (sent) return { sha256: sent.sha256 }
    }
    assertSendable(dossier, context.now)
    const content = contentOf(context, dossier, context.now)
    if (missingOf(dossier, content).length > 0) throw incomplete()
    if (validatedHashOf(context, dossier) !== dossier.row.validatedHash) throw notWhatWasValidated()
    const state = stateAfter(dossier, 'submit')
    const bytes = canonicalJson(content)
    const hash = sha256(bytes)
    const at = context.now.toISOString()
    tx.insert(applicationSnapshot)
      .values({ applicationId: dossier.row.id, createdAt: at, content: bytes, sha256: hash })
      .run()
    record(tx, context, dossier, {
      kind: 'submitted',
      note: hash,
      set: { state, submittedAt: at },
      detail: { sha256: hash },
    })
    const told = { kind: 'submitted', at: context.now, sha256: hash } as const
    tell(tx, context, dossier, ['responsible', 'elected', 'members'], told, siteUrl)
    return { sha256: hash }
  })
}

/** What was submitted last; undefined before the first time. */
export function latestSnapshot({ db }: Pick<Context, 'db'>, applicationId: number) {
  return db
    .select()
    .from(applicationSnapshot)
    .where(eq(applicationSnapshot.applicationId, applicationId))
    .orderBy(desc(applicationSnapshot.id))
    .limit(1)
    .get()
}

const notWhatWasValidated = () =>
  new Conflict(
    'Ce dossier n’est pas celui que l’élu référent a validé. Demandez-lui de le valider de nouveau.',
    'This is not what the elected official validated. Ask them to validate it again.',
  )
