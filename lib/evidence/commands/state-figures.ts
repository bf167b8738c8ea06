import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisationYear } from '#db/schema/evidence.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { NotFound } from '#lib/errors.ts'
import type { YearFault } from '../rules/year-faults.ts'
import { yearFiguresInput } from '../year-schema.ts'
import { refreshEvidence } from './refresh-evidence.ts'

const noOrganisation = () =>
  new NotFound(
    'Cet organisme n’est pas au catalogue : revenez à votre espace et choisissez-le de nouveau.',
    'This organisation is not in the catalogue: go back to your space and choose it again.',
  )

const fault = (field: string, message: YearFault) =>
  new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])

/**
 * States what an organisation has in all in a year: what shares are shares of. What it stated of that
 * year before goes; with nothing in it, the year is stated no more. Its evidence follows at once.
 * @throws SignInNeeded, Forbidden, NotFound, z.ZodError whose messages are keys of YearFault
 */
export function stateFigures(
  context: Context,
  input: { organisation: string } & Record<string, string>,
): { year: number } {
  const { db, now } = context
  const row = db
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.key, input.organisation))
    .get()
  if (!row) throw noOrganisation()
  const user = assertUserMay(context.actor, 'label.state-figures', row.id)
  const { year, ...figures } = yearFiguresInput.parse(input)
  if (year > Number(parisDay(now).slice(0, 4))) throw fault('year', 'year-future')
  // Whether virtual machines count says nothing where no servers are counted.
  if (figures.servers === null) figures.serversVirtual = null
  const said = Object.values(figures).some((figure) => figure !== null)
  return inTransaction(db, (tx) => {
    const ofYear = and(eq(organisationYear.organisationId, row.id), eq(organisationYear.year, year))
    const before = tx.select().from(organisationYear).where(ofYear).get()
    if (!said && !before) throw fault('workstations', 'nothing-said')
    if (said) {
      const stated = { ...figures, updatedAt: now.toISOString(), updatedBy: user.id }
      tx.insert(organisationYear)
        .values({ organisationId: row.id, year, ...stated })
        .onConflictDoUpdate({
          target: [organisationYear.organisationId, organisationYear.year],
          set: stated,
        })
        .run()
    } else {
      tx.delete(organisationYear).where(ofYear).run()
    }
    refreshEvidence(tx, context, row.id)
    recordAudit(tx, context, {
      action: said ? 'label.state-figures' : 'label.withdraw-figures',
      subjectKind: 'organisation',
      subject: input.organisation,
      detail: { year, ...figures },
    })
    return { year }
  })
}
