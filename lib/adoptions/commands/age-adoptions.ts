import { setImmediate as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { adoptionDetail } from '#db/schema/adoption-life.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { refreshSoftwareFigures } from '#lib/adoptions/commands/figures.ts'
import { hasAged, isToBeAsked } from '#lib/adoptions/rules/ageing.ts'
import type { Context } from '#lib/context.ts'
import { recordById } from '../internal/adoption-record.ts'
import {
  type AskedLine,
  askMembers,
  type LinkMaker,
  organisationsWithMembers,
} from '../internal/ask-members.ts'
import { changeAdoptionRow } from '../internal/write-adoption.ts'

/** Old words looked at, adoptions changed, organisations asked, in one transaction: a few milliseconds each. */
const LOOKED_AT = 1_000
const CHANGED = 25
const ORGANISATIONS = 25

/**
 * What time does to adoptions: after 30 months without a word of the organisation they are to be
 * reconfirmed and counted apart; after 24, and at most once in six months, its members are asked. In
 * small transactions, between which others go on; run again, it finds nothing left to do.
 * @throws Forbidden
 */
export async function ageAdoptions(
  context: Context,
  link: LinkMaker,
  stopped: () => boolean = () => false,
): Promise<{ aged: number; asked: number }> {
  assertMay(context.actor, 'adoption.age')
  let aged = 0
  let from: OldWord | null = { confirmedAt: '', id: 0 }
  while (from && !stopped()) {
    const step = ageSome(context, from)
    aged += step.aged
    from = step.next
    await pause()
  }
  let asked = 0
  let after: number | null = 0
  while (after !== null && !stopped()) {
    const step = askSome(context, after, link)
    asked += step.asked
    after = step.next
    await pause()
  }
  return { aged, asked }
}

interface OldWord {
  confirmedAt: string
  id: number
}

function ageSome(context: Context, from: OldWord): { aged: number; next: OldWord | null } {
  return inTransaction(context.db, (tx) => {
    const words = tx.all<OldWord & { trust: string; state: string }>(sql`
      SELECT id, confirmed_at AS confirmedAt, trust, state FROM adoption
      WHERE confirmed_at <> '' AND (confirmed_at, id) > (${from.confirmedAt}, ${from.id})
      ORDER BY confirmed_at, id LIMIT ${LOOKED_AT}`)
    const old = words.filter((word) => hasAged(word.confirmedAt, context.now))
    const due = old.filter(({ trust, state }) => trust === 'confirmed' && state !== 'stopped')
    const now = due.slice(0, CHANGED)
    const touched = new Set<number>()
    for (const { id } of now) touched.add(ageOne(tx, context, id))
    refreshSoftwareFigures(tx, [...touched])
    const more = due.length > now.length
    const last = more ? now.at(-1) : old.length === LOOKED_AT ? old.at(-1) : undefined
    return {
      aged: now.length,
      next: last ? { confirmedAt: last.confirmedAt, id: last.id } : null,
    }
  })
}

/** Its revision stays: what it says is the same, and a link that was sent still confirms it. */
function ageOne(tx: Tx, context: Context, id: number): number {
  const record = recordById(tx, id)
  if (!record) throw new Error(`no adoption ${id}`)
  changeAdoptionRow(
    tx,
    context,
    record,
    {
      row: { trust: 'to-reconfirm' },
      event: {
        kind: 'aged',
        organisationId: null,
        changes: { trust: ['confirmed', 'to-reconfirm'] },
      },
      action: 'adoption.age',
    },
    { deferFigures: true },
  )
  return record.row.softwareId
}

function askSome(
  context: Context,
  after: number,
  link: LinkMaker,
): { asked: number; next: number | null } {
  return inTransaction(context.db, (tx) => {
    const ids = organisationsWithMembers(tx, { after, limit: ORGANISATIONS })
    const asked = ids.filter((id) => askOne(tx, context, id, link)).length
    return { asked, next: ids.length === ORGANISATIONS ? (ids.at(-1) ?? null) : null }
  })
}

function askOne(tx: Tx, context: Context, organisationId: number, link: LinkMaker): boolean {
  const lines = tx
    .all<AskedLine & { confirmedAt: string; askedAt: string }>(sql`
      SELECT a.id, a.revision, s.name AS software, a.state, a.confirmed_at AS confirmedAt,
        coalesce(d.reconfirm_asked_at, '') AS askedAt
      FROM adoption a JOIN software s ON s.id = a.software_id
      LEFT JOIN adoption_detail d ON d.adoption_id = a.id
      WHERE a.organisation_id = ${organisationId} AND a.confirmed_at <> ''
        AND a.trust IN ('confirmed', 'to-reconfirm') AND a.state <> 'stopped'
      ORDER BY s.name_key`)
    .filter((line) => isToBeAsked(line, context.now))
  if (askMembers(tx, context, organisationId, 'reconfirm', lines, link) === 0) return false
  const reconfirmAskedAt = context.now.toISOString()
  for (const { id } of lines) {
    tx.insert(adoptionDetail)
      .values({ adoptionId: id, reconfirmAskedAt })
      .onConflictDoUpdate({ target: adoptionDetail.adoptionId, set: { reconfirmAskedAt } })
      .run()
  }
  return true
}
