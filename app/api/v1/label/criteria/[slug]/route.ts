import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { backerFilters, getCriterionPage, listBackers } from '#lib/evidence/criterion-page.ts'
import { REFERENCE_GRID } from '#lib/label/grid-queries.ts'

type Props = { params: Promise<{ slug: string }> }

/**
 * `GET /api/v1/label/criteria/{slug}?grille=&departement=&type=&page=`: one criterion, the software that
 * can back it and the organisations that do, as its page shows them. The grid is ours unless a year is asked
 * for.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const context = await requestContext()
  const { slug } = await params
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const item = getCriterionPage(context, asked.grille || REFERENCE_GRID, slug)
  if (!item) return problem(404, 'Aucun critère à cette adresse')
  const { grid, axis, criterion, functions, software } = item
  const { id: _, axis: _axis, weight: _weight, ...shown } = criterion
  const filters = backerFilters.parse(asked)
  const backers = listBackers(context, criterion.id, filters)
  const page = `/label/${grid.key}/criteres/${slug}`
  return Response.json(
    {
      grid,
      official: false,
      axis,
      criterion: shown,
      url: page,
      functions: functions.map((item) => ({ ...item, url: `/metiers/${item.slug}` })),
      software: {
        total: software.total,
        mostUsed: software.items.map(({ slug: name, name: label, licence, use }) => ({
          slug: name,
          name: label,
          licence,
          use,
          url: `/logiciels/${name}`,
        })),
      },
      organisations: {
        ...backers,
        items: backers.items.map((organisation) => ({
          ...organisation,
          url: `/collectivites/${organisation.key}`,
        })),
      },
    },
    { headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' } },
  )
}
