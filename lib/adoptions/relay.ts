import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

/** A user organisation that may be written to, as whoever writes sees it. */
export interface RelayTarget {
  adoptionId: number
  organisation: { id: number; key: string; name: string }
  software: { slug: string; name: string }
}

interface TargetRow extends RelayTarget {
  contactUserId: string | null
}

/** The use that a message is about; undefined unless its organisation accepts messages and nobody contests it. */
export function relayTargetRow(db: Db | Tx, adoptionId: number): TargetRow | undefined {
  const row = db.get<
    | {
        organisationId: number
        key: string
        organisation: string
        slug: string
        software: string
        contactUserId: string | null
      }
    | undefined
  >(sql`
    SELECT o.id AS organisationId, o.key, o.name AS organisation, s.slug, s.name AS software,
      d.contact_user_id AS contactUserId
    FROM adoption a JOIN adoption_detail d ON d.adoption_id = a.id
    JOIN organisation o ON o.id = a.organisation_id JOIN software s ON s.id = a.software_id
    WHERE a.id = ${adoptionId} AND a.trust <> 'contested' AND d.contact_wish = 'relay'`)
  return (
    row && {
      adoptionId,
      organisation: { id: row.organisationId, key: row.key, name: row.organisation },
      software: { slug: row.slug, name: row.software },
      contactUserId: row.contactUserId,
    }
  )
}

/**
 * Whom a message about a use would go to: an organisation, never a person.
 * @returns undefined when nobody may write about it. @throws SignInNeeded
 */
export function relayTarget(context: Context, adoptionId: number): RelayTarget | undefined {
  assertUserMay(context.actor, 'relay.write')
  const row = relayTargetRow(context.db, adoptionId)
  if (!row) return undefined
  const { contactUserId: _, ...target } = row
  return target
}

/** The organisations in whose name someone may write: theirs. @throws SignInNeeded */
export function organisationsToWriteFrom(context: Context): Array<{ key: string; name: string }> {
  const user = assertUserMay(context.actor, 'relay.write')
  const ids = JSON.stringify(user.memberships.map((item) => item.organisationId))
  return context.db.all<{ key: string; name: string }>(
    sql`SELECT key, name FROM organisation WHERE id IN (SELECT value FROM json_each(${ids})) ORDER BY name_key`,
  )
}
