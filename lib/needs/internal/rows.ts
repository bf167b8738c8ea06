import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { need, needSupporter, poolingCall, poolingPart } from '#db/schema/needs.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import { NotFound } from '#lib/errors.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { fault } from './fault.ts'

type Reading = Db | Tx

/** @throws NotFound */
export function organisationRow(db: Reading, key: string) {
  const row = db.select().from(organisation).where(eq(organisation.key, key)).get()
  if (row) return row
  throw new NotFound(
    'Cet organisme n’existe pas : revenez à votre espace et choisissez-le.',
    'There is no such organisation: go back to your space and choose it.',
  )
}

/** @throws NotFound */
export function needRow(db: Reading, id: number) {
  const row = db.select().from(need).where(eq(need.id, id)).get()
  if (row) return row
  throw new NotFound(
    'Ce besoin n’existe pas, ou plus : la liste des besoins montre ceux qui sont ouverts.',
    'There is no such need, or not any more: the list of needs shows those that are open.',
  )
}

/** @throws NotFound */
export function callRow(db: Reading, id: number) {
  const row = db.select().from(poolingCall).where(eq(poolingCall.id, id)).get()
  if (row) return row
  throw new NotFound(
    'Cet appel n’existe pas, ou plus : la page du besoin montre ceux qui en sont nés.',
    'There is no such call, or not any more: the page of the need shows those that came of it.',
  )
}

export const supporterOf = (needId: number, organisationId: number) =>
  and(eq(needSupporter.needId, needId), eq(needSupporter.organisationId, organisationId))

export const partOf = (callId: number, organisationId: number) =>
  and(eq(poolingPart.callId, callId), eq(poolingPart.organisationId, organisationId))

/** The id behind a slug of a form, null when none was given. @throws z.ZodError on `software` */
export function softwareIdOf(db: Reading, slug: string): number | null {
  if (slug === '') return null
  const known = resolveSoftwareSlug(db, slug)
  if (!known) throw fault('software', 'software-unknown')
  return known.id
}
