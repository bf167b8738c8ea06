import type { z } from 'zod'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { endOfParisDay } from '#lib/day.ts'
import { dossierOf, stateAfter } from '../internal/dossier-of.ts'
import { record } from '../internal/record.ts'
import { askMoreInput, because } from '../schema.ts'
import type { Writing } from '../writing.ts'
import { tell } from './tell.ts'

/**
 * Asks a candidate for more, until the end of a day in Paris: the dossier can be changed, validated and
 * submitted again until then. What was submitted before stays as it was.
 * @throws z.ZodError with keys of DOSSIER_FAULTS; Conflict, NotFound, SignInNeeded, Forbidden
 */
export function askForMore(
  context: Context,
  typed: z.input<typeof askMoreInput>,
  { siteUrl }: Pick<Writing, 'siteUrl'>,
): void {
  assertUserMay(context.actor, 'application.ask-more')
  const input = askMoreInput
    .refine(({ until }) => endOfParisDay(until) > context.now, {
      path: ['until'],
      ...because('until-past'),
    })
    .parse(typed)
  const until = endOfParisDay(input.until)
  inTransaction(context.db, (tx) => {
    const dossier = dossierOf(context, input.application)
    const set = {
      state: stateAfter(dossier, 'ask-more'),
      moreRequestedAt: context.now.toISOString(),
      moreRequested: input.what,
      moreUntil: until.toISOString(),
      // What comes next is another content: it is to be validated, too.
      ...{ validatedAt: '', validatedHash: '' },
    }
    record(tx, context, dossier, { kind: 'more-requested', note: input.what, set })
    const told = { kind: 'more-requested', what: input.what, until } as const
    tell(tx, context, dossier, ['responsible', 'elected', 'members'], told, siteUrl)
  })
}
