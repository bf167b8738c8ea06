import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { dossierOf, stateAfter } from '../internal/dossier-of.ts'
import { record } from '../internal/record.ts'
import type { Writing } from '../writing.ts'
import { tell } from './tell.ts'

/**
 * Withdraws a dossier, until the jury has deliberated; what it says is kept, and it can be taken up again
 * while the edition is open.
 * @throws Conflict, NotFound, SignInNeeded, Forbidden
 */
export function withdrawDossier(
  context: Context,
  input: { application: number },
  { siteUrl }: Pick<Writing, 'siteUrl'>,
): void {
  inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    assertUserMay(context.actor, 'application.submit', dossier.row.organisationId)
    const state = stateAfter(dossier, 'withdraw')
    const set = { state, withdrawnAt: context.now.toISOString() }
    record(tx, context, dossier, { kind: 'withdrawn', set })
    const to = ['responsible', 'elected', 'members'] as const
    tell(tx, context, dossier, to, { kind: 'withdrawn' }, siteUrl)
  })
}
