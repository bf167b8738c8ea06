import { desc, eq } from 'drizzle-orm'
import { softwareRequest } from '#db/schema/moderation.ts'
import { businessFunction } from '#db/schema/software.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

export interface SoftwareRequestRow {
  reference: number
  /** Empty once settled, like `need`. */
  asked: string
  need: string
  /** The slug of a function of the tree. */
  function: string | null
  /** Empty when not said. */
  organisationKind: string
  locale: 'fr' | 'en'
  /** ISO 8601, UTC. */
  createdAt: string
  state: 'new' | 'settled'
}

/**
 * Every request for a software, newest first.
 * @throws Forbidden
 */
export function listSoftwareRequests(context: Context): SoftwareRequestRow[] {
  assertMay(context.actor, 'software-request.read')
  return context.db
    .select({
      reference: softwareRequest.id,
      asked: softwareRequest.asked,
      need: softwareRequest.need,
      function: businessFunction.slug,
      organisationKind: softwareRequest.organisationKind,
      locale: softwareRequest.locale,
      createdAt: softwareRequest.createdAt,
      state: softwareRequest.state,
    })
    .from(softwareRequest)
    .leftJoin(businessFunction, eq(businessFunction.id, softwareRequest.functionId))
    .orderBy(desc(softwareRequest.id))
    .all()
}
