import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { getImportProgress } from '#lib/adoptions/import-queries.ts'
import { DomainError, NotFound, SignInNeeded } from '#lib/errors.ts'

type Props = { params: Promise<{ id: string }> }

/** How far a list is, for the page that shows it. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { id } = await params
  const context = await requestContext()
  try {
    return Response.json(getImportProgress(context, Number(id)), {
      headers: { 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof SignInNeeded ? 401 : error instanceof NotFound ? 404 : 403
    return problem(status, error.message)
  }
}
