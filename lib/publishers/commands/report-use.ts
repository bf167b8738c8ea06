import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
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
): { organisation: { key: string; name: string }; outcome: UseReported } {
  const { db, now } = context
  const publisher = publisherOfSlug(db, slug)
  const actor = assertUserMay(context.actor, 'publisher.report-use', { publisher: publisher.id })
  const said = reportedUseInput.parse(input)
  const softwareId = softwareOf(db, publisher.id, said.software)
  const today = parisDay(now)
  const since = sinceOf(said.since, today)
  if (since === undefined) throw faultOf('since', 'since-wrong')
  // Before the transaction: it reads the whole register.
  const { id: organisationId, ...meant } = organisationOf(db, said)
  return inTransaction(db, (tx) => {
    const outcome = reportUseIn(
      tx,
      { ...context, actor },
      {
        softwareId,
        organisationId,
        reporterId: publisher.organisationId,
        state: said.state,
        since,
        sourceId: sourceRow(tx, { title: publisher.name, url: said.source, date: today }),
      },
      links,
    )
    return { organisation: meant, outcome }
  })
}

function softwareOf(db: Db, publisherId: number, slug: string): number {
  const row = db
    .select({ id: software.id })
    .from(software)
    .where(and(eq(software.slug, slug), eq(software.publisherId, publisherId)))
    .get()
  if (row) return row.id
  throw faultOf('software', 'software-unknown')
}

/** By its SIREN, or by its name where one alone bears it (in the département, where one is given). */
function organisationOf(
  db: Db,
  { organisation: typed, departement }: { organisation: string; departement: string },
): { id: number; key: string; name: string } {
  const digits = typed.replace(/\s/g, '')
  const siren = isSiren(digits) ? digits : ''
  const match = organisationMatcher(db)({
    siren,
    siret: '',
    insee: '',
    organisation: siren === '' ? typed : '',
    departement,
  })
  if (match.status === 'unknown' || match.status === 'wrong') {
    throw faultOf('organisation', 'organisation-unknown')
  }
  // Of a list a name alone is no key; here a person typed it, and the next page names who was meant.
  const [id, ...others] = match.status === 'matched' ? [match.organisationId] : match.candidates
  if (others.length > 0) throw faultOf('organisation', 'organisation-several')
  const row = db
    .select({ id: organisation.id, key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, id ?? 0))
    .get()
  if (!row) throw faultOf('organisation', 'organisation-unknown')
  return row
}
