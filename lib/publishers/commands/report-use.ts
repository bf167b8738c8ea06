import { and, eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { reportUseIn, type UseReported } from '#lib/adoptions/commands/report-use-in.ts'
import { organisationMatcher } from '#lib/adoptions/imports/match-organisation.ts'
import { sinceOf } from '#lib/adoptions/rules/list-values.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { sourceRow } from '#lib/sources.ts'
import { faultOf } from '../internal/fault-of.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'
import { reportedUseInput } from '../schema.ts'

/**
 * Says, for a publisher, that an organisation uses one of its software: `reported` until the organisation
 * says so itself, which its members are asked. The organisation's own word, and that of others, stay.
 * @throws z.ZodError whose messages are keys of PublisherFault; SignInNeeded, Forbidden, NotFound,
 * Conflict
 */
export function reportUseOf(
  context: Context,
  slug: string,
  input: unknown,
  links: { siteUrl: string; secret: string },
): { organisation: string; outcome: UseReported } {
  return inTransaction(context.db, (tx) => {
    const publisher = publisherOfSlug(tx, slug)
    const actor = assertUserMay(context.actor, 'publisher.report-use', { publisher: publisher.id })
    const said = reportedUseInput.parse(input)
    const softwareId = softwareOf(tx, publisher.id, said.software)
    const today = parisDay(context.now)
    const since = sinceOf(said.since, today)
    if (since === undefined) throw faultOf('since', 'since-wrong')
    const { id: organisationId, name } = organisationOf(tx, said)
    const outcome = reportUseIn(
      tx,
      { ...context, actor },
      {
        softwareId,
        organisationId,
        reporterId: publisher.organisationId,
        state: said.state,
        since,
        sourceId: sourceRow(tx, {
          title: publisher.name,
          url: said.source,
          date: today,
        }),
      },
      links,
    )
    return { organisation: name, outcome }
  })
}

function softwareOf(tx: Tx, publisherId: number, slug: string): number {
  const row = tx
    .select({ id: software.id })
    .from(software)
    .where(and(eq(software.slug, slug), eq(software.publisherId, publisherId)))
    .get()
  if (row) return row.id
  throw faultOf('software', 'software-unknown')
}

/** By its SIREN, or by its name where one alone bears it (in the département, where one is given). */
function organisationOf(
  tx: Tx,
  { organisation: typed, departement }: { organisation: string; departement: string },
): { id: number; name: string } {
  const digits = typed.replace(/\s/g, '')
  const siren = isSiren(digits) ? digits : ''
  const match = organisationMatcher(tx)({
    siren,
    siret: '',
    insee: '',
    organisation: siren === '' ? typed : '',
    departement,
  })
  if (match.status === 'ambiguous') throw faultOf('organisation', 'organisation-several')
  if (match.status !== 'matched') throw faultOf('organisation', 'organisation-unknown')
  const row = tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, match.organisationId))
    .get()
  if (!row) throw faultOf('organisation', 'organisation-unknown')
  return row
}
