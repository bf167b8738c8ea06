import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import type { LinkKind } from '../schema.ts'

/** By application, by user: how they are tied. */
export type Links = ReadonlyMap<number, ReadonlyMap<string, LinkKind>>

/**
 * Who is tied to which candidate, as memberships stand now: a member of the organisation itself; of its
 * EPCI, or, where an EPCI applies, of one of its communes; of an operator that runs software for it, or
 * of an organisation that it runs software for; or someone whom the dossier names, by their address.
 * Both ways each time: whoever pools with a candidate has an interest in its award, as it has in theirs.
 */
export function linksOf(
  db: Db | Tx,
  applicationIds: readonly number[],
  userIds: readonly string[],
): Links {
  const links = new Map<number, Map<string, LinkKind>>()
  if (applicationIds.length === 0 || userIds.length === 0) return links
  const files = sql`(SELECT value FROM json_each(${JSON.stringify(applicationIds)}))`
  const users = sql`(SELECT value FROM json_each(${JSON.stringify(userIds)}))`
  const rows = db.all<{ file: number; userId: string; kind: LinkKind }>(sql`
    WITH file AS (
      SELECT a.id, a.organisation_id AS candidate, o.epci_id AS epci,
        lower(a.responsible_email) AS responsible, lower(a.elected_email) AS elected
      FROM application a JOIN organisation o ON o.id = a.organisation_id WHERE a.id IN ${files}
    ), belongs AS (
      SELECT m.user_id, m.organisation_id AS place, o.epci_id AS epci
      FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id IN ${users}
    )
    SELECT file.id AS file, b.user_id AS userId, 'operator' AS kind FROM file JOIN belongs b
      ON EXISTS (SELECT 1 FROM adoption ad WHERE ad.state <> 'stopped' AND (
        ad.organisation_id = file.candidate AND ad.operator_id = b.place
        OR ad.organisation_id = b.place AND ad.operator_id = file.candidate))
    UNION ALL
    SELECT file.id, b.user_id, 'epci' FROM file JOIN belongs b
      ON b.place = file.epci OR b.epci = file.candidate
    UNION ALL
    SELECT file.id, u.id, 'named' FROM file JOIN user u
      ON u.id IN ${users} AND lower(u.email) IN (file.responsible, file.elected)
    UNION ALL
    SELECT file.id, b.user_id, 'member' FROM file JOIN belongs b ON b.place = file.candidate`)
  // The strongest comes last, and stays.
  for (const { file, userId, kind } of rows) {
    const ofFile = links.get(file) ?? new Map<string, LinkKind>()
    links.set(file, ofFile.set(userId, kind))
  }
  return links
}

/** How one user is tied to one candidate; undefined for not at all. */
export const linkOf = (db: Db | Tx, applicationId: number, userId: string): LinkKind | undefined =>
  linksOf(db, [applicationId], [userId]).get(applicationId)?.get(userId)
