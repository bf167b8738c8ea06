import { requestContext } from '#app/_request/context.ts'
import { gridAnswer } from '#app/_request/grid-answer.ts'
import { problem } from '#app/_request/problem.ts'
import { getPublicGrid } from '#lib/label/grid-queries.ts'

type Props = { params: Promise<{ file: string }> }

/** A grid that everyone may read: `reference.yml`, `2027.json`… */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { file } = await params
  const context = await requestContext()
  const [, key = '', format] = /^(reference|\d{4})\.(json|yml)$/.exec(file) ?? []
  const grid = getPublicGrid(context, key)
  if (!grid) return problem(404, 'Aucune grille publique à cette adresse / No public grid there')
  return gridAnswer(grid, format === 'json' ? 'json' : 'yml', {
    'Access-Control-Allow-Origin': '*',
  })
}
