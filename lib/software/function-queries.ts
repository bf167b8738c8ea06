import { asc, eq, sql } from 'drizzle-orm'
import { businessFunction, functionGroup } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { memoByVersion } from '#lib/memo.ts'
import type { Bilingual } from './queries.ts'

type Reading = Pick<Context, 'db'>

export interface FunctionRow {
  id: number
  slug: string
  name: Bilingual
  summary: Bilingual
  /** Software of the catalogue that covers it. */
  software: number
  /** Organisations that use one of them, each counted once. */
  adopters: number
}

export interface FunctionGroupView {
  slug: string
  name: Bilingual
  business: boolean
  functions: FunctionRow[]
  /** Software of the group, each counted once. */
  software: number
  /** Functions that no software of the catalogue covers. */
  gaps: number
}

/** The whole tree with its figures. */
export function functionTree({ db }: Reading): FunctionGroupView[] {
  return memoByVersion(db, 'function-tree', () => {
    const groups = db.select().from(functionGroup).orderBy(asc(functionGroup.position)).all()
    const rows = db.all<FunctionRecord>(sql`
      SELECT b.id, b.group_id AS groupId, b.slug, b.name_fr AS nameFr, b.name_en AS nameEn,
        b.summary_fr AS summaryFr, b.summary_en AS summaryEn,
        coalesce(f.software, 0) AS software, coalesce(f.adopters, 0) AS adopters
      FROM business_function b LEFT JOIN function_figures f ON f.function_id = b.id
      ORDER BY b.position`)
    const perGroup = new Map(
      db
        .all<{ groupId: number; n: number }>(sql`
          SELECT b.group_id AS groupId, count(DISTINCT s.software_id) AS n
          FROM business_function b JOIN software_function s ON s.function_id = b.id GROUP BY 1`)
        .map((row) => [row.groupId, row.n]),
    )
    return groups.map((group) => {
      const functions = rows.filter((row) => row.groupId === group.id).map(viewOf)
      return {
        slug: group.slug,
        name: { fr: group.nameFr, en: group.nameEn },
        business: group.business,
        functions,
        software: perGroup.get(group.id) ?? 0,
        gaps: functions.filter((item) => item.software === 0).length,
      }
    })
  })
}

interface FunctionRecord {
  id: number
  groupId: number
  slug: string
  nameFr: string
  nameEn: string
  summaryFr: string
  summaryEn: string
  software: number
  adopters: number
}

function viewOf(row: FunctionRecord): FunctionRow {
  return {
    id: row.id,
    slug: row.slug,
    name: { fr: row.nameFr, en: row.nameEn },
    summary: { fr: row.summaryFr, en: row.summaryEn },
    software: row.software,
    adopters: row.adopters,
  }
}

export interface FunctionView extends FunctionRow {
  synonyms: { fr: string[]; en: string[] }
  group: FunctionGroupView
}

/** One function with its group; undefined when there is none of that slug. */
export function getFunctionBySlug(context: Reading, slug: string): FunctionView | undefined {
  for (const group of functionTree(context)) {
    const found = group.functions.find((item) => item.slug === slug)
    if (!found) continue
    const row = context.db
      .select({ fr: businessFunction.synonymsFr, en: businessFunction.synonymsEn })
      .from(businessFunction)
      .where(eq(businessFunction.slug, slug))
      .get()
    return { ...found, synonyms: row ?? { fr: [], en: [] }, group }
  }
  return undefined
}

/** The functions of some ids, in the order asked for. */
export function functionsById(context: Reading, ids: readonly number[]): FunctionRow[] {
  const all = new Map(
    functionTree(context).flatMap((group) => group.functions.map((item) => [item.id, item])),
  )
  return ids.flatMap((id) => all.get(id) ?? [])
}

/** Names of every group and function, by slug. */
export function functionNames(context: Reading): Map<string, Bilingual> {
  return new Map(
    functionTree(context).flatMap((group) => [
      [group.slug, group.name] as const,
      ...group.functions.map((item) => [item.slug, item.name] as const),
    ]),
  )
}
