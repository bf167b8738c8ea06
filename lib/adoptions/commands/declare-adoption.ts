import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { declarationInput } from '#lib/adoptions/declaration-schema.ts'
import type { Context } from '#lib/context.ts'
import { faultOf } from '../internal/declared-fields.ts'
import { type Declared, declareIn } from './declare-in.ts'

/**
 * Declares that an organisation uses a software, or changes what is on record of it. A field left empty
 * says nothing here: what was on record before stays, so that a short form erases no detail.
 * @param input.organisation the key of an organisation that the acting user is a member of.
 * @throws z.ZodError whose messages are keys of DECLARATION_FAULTS; SignInNeeded, Forbidden
 */
export function declareAdoption(
  context: Context,
  input: { organisation: string } & Record<string, string>,
): Declared {
  assertUserMay(context.actor, 'account.read')
  const { organisation: key, ...typed } = input
  return inTransaction(context.db, (tx) => {
    const organisationId = organisationIdOf(tx, key)
    const actor = assertUserMay(context.actor, 'adoption.declare', organisationId)
    const said = Object.fromEntries(
      Object.entries(typed).filter(([, value]) => value.trim() !== ''),
    )
    const { software: slug } = declarationInput.parse(said)
    return declareIn(tx, context, {
      softwareId: softwareIdOf(tx, slug),
      organisationId,
      userId: actor.id,
      declaration: said,
    })
  })
}

function organisationIdOf(tx: Tx, key: string): number {
  const row = tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (!row) throw faultOf('organisation', 'organisation-missing')
  return row.id
}

function softwareIdOf(tx: Tx, slug: string): number {
  const row = tx.select({ id: software.id }).from(software).where(eq(software.slug, slug)).get()
  if (!row) throw faultOf('software', 'software-unknown')
  return row.id
}
