import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm'
import { need, needSupporter, poolingCall, poolingPart } from '#db/schema/needs.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { cardsOf } from './internal/cards.ts'
import { reachOf } from './rules/reach.ts'
import { takesParts } from './rules/takes-parts.ts'
import {
  type CallView,
  NEEDS_A_PAGE,
  type NeedCard,
  type NeedFilters,
  type NeedSupport,
  type NeedView,
} from './schema.ts'

type Reading = Pick<Context, 'db'>

/** Organisations of a need or a call that are read at most for one page. */
const MOST_SHOWN = 500

const organisationColumns = {
  id: organisation.id,
  key: organisation.key,
  name: organisation.name,
  kind: organisation.kind,
  population: organisation.population,
}

/** The needs of a list, most shared first, then newest. */
export function listNeeds(
  context: Reading,
  { kind, state, page }: NeedFilters,
): { total: number; items: NeedCard[] } {
  const where = and(eq(need.state, state), kind ? eq(need.kind, kind) : undefined)
  const total = context.db.select({ n: count() }).from(need).where(where).get()?.n ?? 0
  return { total, items: cardsOf(context, where, NEEDS_A_PAGE, (page - 1) * NEEDS_A_PAGE) }
}

/** How many needs are open, of which calls that one may join. */
export function countNeeds({ db }: Reading): { open: number; calls: number } {
  const open = db.select({ n: count() }).from(need).where(eq(need.state, 'open')).get()?.n ?? 0
  const calls =
    db.select({ n: count() }).from(poolingCall).where(eq(poolingCall.state, 'open')).get()?.n ?? 0
  return { open, calls }
}

/** A need with who shares it, its first asker first; undefined when there is none. */
export function getNeed(context: Reading, id: number): NeedView | undefined {
  const { db } = context
  const row = db.select().from(need).where(eq(need.id, id)).get()
  const [card] = row ? cardsOf(context, eq(need.id, id), 1, 0) : []
  if (!row || !card) return undefined
  const askedBy = db
    .select(organisationColumns)
    .from(organisation)
    .where(eq(organisation.id, row.organisationId))
    .get()
  if (!askedBy) throw new Error(`need ${id}: no organisation`)
  return {
    ...card,
    body: row.body,
    askedBy,
    outcome: row.outcome,
    metBy: softwareNamed(context, row.metBySoftwareId),
    supporters: db
      .select({
        organisation: organisationColumns,
        amount: needSupporter.amount,
        note: needSupporter.note,
        since: needSupporter.createdAt,
      })
      .from(needSupporter)
      .innerJoin(organisation, eq(organisation.id, needSupporter.organisationId))
      .where(eq(needSupporter.needId, id))
      .orderBy(asc(needSupporter.createdAt), asc(organisation.nameKey))
      .limit(MOST_SHOWN)
      .all(),
  }
}

/** A call of a need; undefined when it has none of that number. */
export function getCall(
  context: Reading & Pick<Context, 'now'>,
  needId: number,
  id: number,
): CallView | undefined {
  const { db } = context
  const row = db
    .select()
    .from(poolingCall)
    .where(and(eq(poolingCall.id, id), eq(poolingCall.needId, needId)))
    .get()
  const [card] = row ? cardsOf(context, eq(need.id, needId), 1, 0) : []
  if (!row || !card) return undefined
  const lead = db
    .select(organisationColumns)
    .from(organisation)
    .where(eq(organisation.id, row.leadId))
    .get()
  if (!lead) throw new Error(`call ${id}: no lead`)
  const parts: NeedSupport[] = db
    .select({
      organisation: organisationColumns,
      amount: poolingPart.amount,
      note: poolingPart.note,
      since: poolingPart.createdAt,
    })
    .from(poolingPart)
    .innerJoin(organisation, eq(organisation.id, poolingPart.organisationId))
    .where(eq(poolingPart.callId, id))
    .orderBy(asc(poolingPart.createdAt), asc(organisation.nameKey))
    .limit(MOST_SHOWN)
    .all()
  return {
    id: row.id,
    need: card,
    title: row.title,
    body: row.body,
    lead,
    target: row.target,
    deadline: row.deadline,
    takesParts: takesParts(row, context.now),
    specification: { url: row.specificationUrl, fileName: row.specificationName },
    state: row.state,
    outcome: row.outcome,
    outcomeUrl: row.outcomeUrl,
    software: softwareNamed(context, row.softwareId),
    parts,
    reach: reachOf(parts),
    createdAt: row.createdAt,
  }
}

/** Where the file of a call's specification is kept; undefined when it has none. */
export function specificationOf(
  { db }: Reading,
  needId: number,
  id: number,
): { storedAs: string; fileName: string } | undefined {
  const row = db
    .select({ storedAs: poolingCall.specificationFile, fileName: poolingCall.specificationName })
    .from(poolingCall)
    .where(and(eq(poolingCall.id, id), eq(poolingCall.needId, needId)))
    .get()
  return row && row.storedAs !== '' ? row : undefined
}

/** The open needs of a function or on a software, most shared first. */
export function needsAbout(
  context: Reading,
  about: { functionId: number } | { softwareId: number },
  most = 5,
): NeedCard[] {
  const which: SQL =
    'functionId' in about
      ? eq(need.functionId, about.functionId)
      : eq(need.softwareId, about.softwareId)
  return cardsOf(context, and(which, eq(need.state, 'open')), most, 0)
}

/** The needs that an organisation shares, whatever became of them, most shared first. */
export function needsOfOrganisation(
  context: Reading,
  organisationId: number,
  most = 20,
): NeedCard[] {
  return cardsOf(
    context,
    sql`${need.id} IN (SELECT need_id FROM need_supporter WHERE organisation_id = ${organisationId})`,
    most,
    0,
  )
}

function softwareNamed({ db }: Reading, id: number | null) {
  if (id === null) return null
  const columns = { slug: software.slug, name: software.name }
  return db.select(columns).from(software).where(eq(software.id, id)).get() ?? null
}
