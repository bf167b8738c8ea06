import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { need, poolingCall } from '#db/schema/needs.ts'
import { businessFunction, software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import type { NeedCard, NeedSubject, Reach } from '../schema.ts'

type Reading = Pick<Context, 'db'>
const NOBODY: Reach = { organisations: 0, communes: 0, inhabitants: 0, amount: 0, amounts: 0 }

/** Needs as cards, with who stands behind each, most shared first, then newest. */
export function cardsOf(
  { db }: Reading,
  where: SQL | undefined,
  limit: number,
  offset: number,
): NeedCard[] {
  const rows = db
    .select({
      need,
      functionSlug: businessFunction.slug,
      nameFr: businessFunction.nameFr,
      nameEn: businessFunction.nameEn,
      softwareSlug: software.slug,
      softwareName: software.name,
    })
    .from(need)
    .leftJoin(businessFunction, eq(businessFunction.id, need.functionId))
    .leftJoin(software, eq(software.id, need.softwareId))
    .where(where)
    .orderBy(
      desc(sql`(SELECT count(*) FROM need_supporter s WHERE s.need_id = ${need.id})`),
      desc(need.createdAt),
      desc(need.id),
    )
    .limit(limit)
    .offset(offset)
    .all()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.need.id)
  const reaches = reachesOf(db, ids)
  const calls = db
    .select({
      id: poolingCall.id,
      needId: poolingCall.needId,
      title: poolingCall.title,
      state: poolingCall.state,
      deadline: poolingCall.deadline,
    })
    .from(poolingCall)
    .where(inArray(poolingCall.needId, ids))
    .orderBy(asc(poolingCall.id))
    .all()
  return rows.map(({ need: row, ...about }) => ({
    id: row.id,
    title: row.title,
    language: row.locale,
    subject: subjectOf(row.kind, about),
    state: row.state,
    createdAt: row.createdAt,
    reach: reaches.get(row.id) ?? NOBODY,
    calls: calls
      .filter(({ needId }) => needId === row.id)
      .map(({ needId: _needId, ...call }) => call),
  }))
}

function subjectOf(
  kind: 'gap' | 'wish',
  about: {
    functionSlug: string | null
    nameFr: string | null
    nameEn: string | null
    softwareSlug: string | null
    softwareName: string | null
  },
): NeedSubject {
  if (kind === 'gap') {
    const { functionSlug: slug, nameFr: fr, nameEn: en } = about
    if (slug === null || fr === null || en === null) throw new Error('a gap without its function')
    return { kind, slug, name: { fr, en } }
  }
  const { softwareSlug: slug, softwareName: name } = about
  return slug === null || name === null ? { kind, slug: null, name: null } : { kind, slug, name }
}

/** The rule of rules/reach.ts, over many needs at once. */
function reachesOf(db: Reading['db'], ids: readonly number[]): Map<number, Reach> {
  const rows = db.all<Reach & { id: number }>(sql`
    SELECT s.need_id AS id, count(*) AS organisations,
      sum(o.kind = 'commune') AS communes,
      sum(CASE WHEN o.kind = 'commune' THEN coalesce(o.population, 0) ELSE 0 END) AS inhabitants,
      coalesce(sum(s.amount), 0) AS amount, count(s.amount) AS amounts
    FROM need_supporter s JOIN organisation o ON o.id = s.organisation_id
    WHERE s.need_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    GROUP BY s.need_id`)
  return new Map(rows.map(({ id, ...reach }) => [id, reach]))
}
