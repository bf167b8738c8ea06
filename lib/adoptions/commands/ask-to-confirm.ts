import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { type AskedLine, askMembers, type LinkMaker } from '../internal/ask-members.ts'

/**
 * Asks organisations, in the transaction that reports of them, to confirm all that others say of them:
 * one mail a member, whatever was reported. Those without members are passed over. The link needs no
 * sign-in: it was sent to members alone, speaks for their organisation alone, confirms the lines as they
 * stand in the mail (a revision each) and expires.
 * @returns how many organisations were written to.
 */
export function askToConfirm(
  tx: Tx,
  context: Context,
  organisationIds: readonly number[],
  link: LinkMaker,
): number {
  const reachable = tx.all<{ id: number }>(
    sql`SELECT DISTINCT organisation_id AS id FROM membership
      WHERE organisation_id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`,
  )
  let asked = 0
  for (const { id } of reachable) {
    const lines = tx.all<AskedLine>(sql`
      SELECT a.id, a.revision, s.name AS software, a.state
      FROM adoption a JOIN software s ON s.id = a.software_id
      WHERE a.organisation_id = ${id} AND a.trust = 'reported' ORDER BY s.name_key`)
    if (askMembers(tx, context, id, 'confirm-reported', lines, link) > 0) asked++
  }
  return asked
}
