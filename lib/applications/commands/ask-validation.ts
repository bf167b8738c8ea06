import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { signLink } from '#lib/accounts/signed-link.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { contentOf, missingOf, validatedHashOf } from '../internal/content-of.ts'
import { canSend, type Dossier, dossierOf, stateAfter } from '../internal/dossier-of.ts'
import { record } from '../internal/record.ts'
import type { Writing } from '../writing.ts'
import { tell } from './tell.ts'

/** Days that a link to validate works. */
const LINK_LIFE = 30

/**
 * Asks the élu référent to validate the dossier as it stands, by a mail to them alone: a link that works
 * once, and for this very content.
 * @throws Conflict while something is missing or once closed; NotFound, SignInNeeded, Forbidden
 */
export function askValidation(
  context: Context,
  input: { application: number },
  { siteUrl, secret }: Writing,
): void {
  inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    assertUserMay(context.actor, 'application.submit', dossier.row.organisationId)
    stateAfter(dossier, 'validate')
    assertSendable(dossier, context.now)
    const missing = missingOf(dossier, contentOf(context, dossier, context.now))
    if (missing.some(({ what }) => what !== 'validation')) throw incomplete()
    const asked = record(tx, context, dossier, { kind: 'validation-asked' })
    const until = new Date(context.now.getTime() + LINK_LIFE * 86_400_000)
    const says = { application: dossier.row.id, asked, hash: validatedHashOf(context, dossier) }
    const token = signLink(secret, 'validate-application', says, until)
    tell(tx, context, dossier, ['elected'], { kind: 'validation-asked', token, until }, siteUrl)
  })
}

/** @throws Conflict */
export function assertSendable(dossier: Dossier, now: Date): void {
  if (canSend(dossier, now)) return
  if (dossier.edition === null) {
    throw new Conflict(
      'L’auto-évaluation ne se dépose pas : elle est pour vous. Ouvrez une candidature à un millésime et reprenez-y ses réponses.',
      'A self-assessment is not submitted: it is for you. Open an application to an edition and take its answers there.',
    )
  }
  throw new Conflict(
    'L’heure de clôture et le délai de grâce sont passés : rien ne peut plus être déposé. Écrivez à ceux qui organisent le millésime si un incident vous a retardé.',
    'The closing time and the grace after it have passed: nothing can be submitted any more. Write to the organisers of the edition if an incident delayed you.',
  )
}

export const incomplete = () =>
  new Conflict(
    'Il manque encore quelque chose : la liste est en haut de la page. Rien n’est envoyé.',
    'Something is still missing: the list is at the top of the page. Nothing was sent.',
  )
