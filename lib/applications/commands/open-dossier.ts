import { application } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { editionPhase } from '#lib/label/rules/edition-phase.ts'
import {
  dossierOf,
  dossierOn,
  organisationOf,
  questionsOf,
  stateAfter,
} from '../internal/dossier-of.ts'
import { record } from '../internal/record.ts'
import type { Writing } from '../writing.ts'
import { tell } from './tell.ts'

/**
 * Opens the dossier of an organisation on a grid, takes up again one that was withdrawn, or finds the one
 * that is open.
 * @throws NotFound, Conflict when the edition takes no applications, SignInNeeded, Forbidden
 */
export function openDossier(
  context: Context,
  { organisation: key, grid }: { organisation: string; grid: string },
  { siteUrl }: Pick<Writing, 'siteUrl'>,
): { id: number } {
  return inTransaction(context.db, (tx) => {
    const organisation = organisationOf({ db: tx }, key)
    const actor = assertUserMay(context.actor, 'application.write', organisation.id)
    const { edition } = questionsOf(context, grid)
    const there = dossierOn(context, { organisationId: organisation.id, grid })
    if (there && there.row.state !== 'withdrawn') return { id: there.row.id }
    if (edition && editionPhase(edition, context.now) !== 'open') throw notOpen()
    const at = context.now.toISOString()
    if (there) {
      record(tx, context, there, {
        kind: 'reopened',
        set: {
          state: stateAfter(there, 'reopen'),
          ...{ validatedAt: '', validatedHash: '', submittedAt: '', withdrawnAt: '' },
        },
      })
      tell(tx, context, there, ['members'], { kind: 'opened', reopened: true }, siteUrl)
      return { id: there.row.id }
    }
    const { id } = tx
      .insert(application)
      .values({
        grid,
        organisationId: organisation.id,
        state: 'draft',
        // Most who open one are who follows it; the self-assessment has nobody to write to.
        ...(edition ? { responsibleName: actor.name, responsibleEmail: actor.email } : {}),
        createdBy: actor.id,
        createdAt: at,
        updatedAt: at,
      })
      .returning({ id: application.id })
      .get()
    const dossier = dossierOf(context, id)
    record(tx, context, dossier, { kind: 'opened' })
    // Nobody need be told that a colleague looks at where their organisation stands.
    if (edition)
      tell(tx, context, dossier, ['members'], { kind: 'opened', reopened: false }, siteUrl)
    return { id }
  })
}

const notOpen = () =>
  new Conflict(
    'Ce millésime ne prend pas de candidature en ce moment : regardez ses dates d’ouverture et de clôture.',
    'This edition takes no applications now: see when it opens and closes.',
  )
