import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import type { Context } from '#lib/context.ts'
import { firstValue } from '#lib/first-value.ts'
import { getGrid, listEditionsHere, REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import type { CriterionView, GridView } from '#lib/label/grid-view.ts'
import { memoByVersion } from '#lib/memo.ts'
import {
  ORGANISATION_KINDS,
  ORGANISATIONS_PAGE_SIZE,
  type OrganisationKind,
} from '#lib/organisations/schema.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { type SoftwareCard, softwareCards } from '#lib/software/queries.ts'
import { NO_FACET_WANTED } from '#lib/software/schema.ts'
import { selectSoftware } from '#lib/software/selection.ts'
import { type FunctionsOfRule, functionsOfRule } from './rules/criteria-of-functions.ts'

type Reading = Pick<Context, 'db'>

/** What the address of a criterion's page asks for; anything malformed falls back to no filter. */
export const backerFilters = z.object({
  departement: firstValue
    .pipe(z.string().regex(/^[0-9][0-9AB][0-9]?$/))
    .optional()
    .catch(undefined),
  type: firstValue.pipe(z.enum(ORGANISATION_KINDS)).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type BackerFilters = z.infer<typeof backerFilters>

export interface CriterionPage {
  grid: Pick<GridView, 'key' | 'title'>
  axis: { slug: string; name: { fr: string; en: string } }
  criterion: CriterionView
  /** The functions whose software backs it. */
  functions: Array<{ slug: string; name: { fr: string; en: string } }>
  software: { total: number; items: SoftwareCard[] }
}

/** How many software a criterion's page shows, most used first; the list of software has the rest. */
const SOFTWARE_SHOWN = 12

/** One criterion of a grid that is public, with the software that can back it; undefined otherwise. */
export function getCriterionPage(
  context: Reading,
  gridKey: string,
  slug: string,
): CriterionPage | undefined {
  const grid = isPublicGrid(context, gridKey) ? getGrid(context, gridKey) : undefined
  const axis = grid?.axes.find(({ criteria }) => criteria.some((item) => item.slug === slug))
  const criterion = axis?.criteria.find((item) => item.slug === slug)
  if (!grid || !axis || !criterion) return undefined
  const groups = functionTree(context)
  const counted = functionsOfRule(criterion.rule, groups)
  const functions = new Set([...counted.any, ...counted.main])
  return {
    grid: { key: grid.key, title: grid.title },
    axis: { slug: axis.slug, name: axis.name },
    criterion,
    functions: groups
      .flatMap((group) => group.functions)
      .filter((item) => functions.has(item.slug))
      .map(({ slug: name, name: label }) => ({ slug: name, name: label })),
    software: mostUsed(context, counted, `${grid.key} ${slug}`),
  }
}

/** A draft is its organisers' own. */
function isPublicGrid(context: Reading, key: string): boolean {
  if (key === REFERENCE_GRID) return true
  return listEditionsHere(context).some((item) => item.grid === key && item.state === 'open')
}

function mostUsed(
  context: Reading,
  { any, main }: FunctionsOfRule,
  criterion: string,
): CriterionPage['software'] {
  if (any.length + main.length === 0) return { total: 0, items: [] }
  // A criterion of every trade goes through the whole catalogue: once while it does not change.
  const { total, shown } = memoByVersion(context.db, `software-of-criterion ${criterion}`, () => {
    const { ids } = selectSoftware(context.db, {
      found: null,
      wanted: { ...NO_FACET_WANTED, fonction: [...any, ...main] },
      near: null,
      sort: 'utilisateurs',
      facets: false,
    })
    const counted = main.length === 0 ? ids : ids.filter(softwareCounts(context.db, { any, main }))
    return { total: counted.length, shown: counted.slice(0, SOFTWARE_SHOWN) }
  })
  return { total, items: softwareCards(context, shown) }
}

/** Whether an entry counts: by one of its functions, or by its main one. */
function softwareCounts(db: Db, { any, main }: FunctionsOfRule): (id: number) => boolean {
  const [named, trades] = [new Set(any), new Set(main)]
  const counted = new Set(
    db
      .all<{ id: number; slug: string; position: number }>(
        sql`SELECT sf.software_id AS id, f.slug, sf.position FROM software_function sf
          JOIN business_function f ON f.id = sf.function_id`,
      )
      .filter(({ slug, position }) => named.has(slug) || (position === 0 && trades.has(slug)))
      .map(({ id }) => id),
  )
  return (id) => counted.has(id)
}

export interface Backer {
  key: string
  name: string
  kind: OrganisationKind
  form: string
  departement: string
  population: number | null
  /** Uses, publications or testimonials behind it. */
  items: number
}

export interface BackerPage {
  total: number
  page: number
  pages: number
  items: Backer[]
}

/**
 * The organisations that have something behind a criterion, largest first: told from what is public of
 * them alone, never from what they answer by hand nor from the figures that they state.
 */
export function listBackers(
  { db }: Reading,
  criterionId: number,
  filters: BackerFilters,
): BackerPage {
  const where = sql.join(
    [
      sql`e.criterion_id = ${criterionId}`,
      ...(filters.departement ? [sql`e.departement = ${filters.departement}`] : []),
      ...(filters.type ? [sql`e.organisation_kind = ${filters.type}`] : []),
    ],
    sql` AND `,
  )
  const { n } = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM criterion_evidence e WHERE ${where}`,
  )
  const pages = Math.max(1, Math.ceil(n / ORGANISATIONS_PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const items = db.all<Backer>(sql`
    SELECT o.key, o.name, o.kind, o.form, o.departement, o.population, e.items
    FROM criterion_evidence e JOIN organisation o ON o.id = e.organisation_id
    WHERE ${where} ORDER BY coalesce(o.population, 0) DESC, o.id
    LIMIT ${ORGANISATIONS_PAGE_SIZE} OFFSET ${(page - 1) * ORGANISATIONS_PAGE_SIZE}`)
  return { total: n, page, pages, items }
}

/** The départements that have such organisations, with how many. */
export function backersByDepartement({ db }: Reading, criterionId: number): Record<string, number> {
  const rows = db.all<{ departement: string; n: number }>(sql`
    SELECT departement, count(*) AS n FROM criterion_evidence
    WHERE criterion_id = ${criterionId} AND departement <> '' GROUP BY 1`)
  return Object.fromEntries(rows.map(({ departement, n }) => [departement, n]))
}
