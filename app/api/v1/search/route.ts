import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { answerSearch } from '#lib/search/answer.ts'
import { SEARCH_FAULTS, searchRequest } from '#lib/search/schema.ts'
import { FACETS } from '#lib/software/schema.ts'

/**
 * `GET /api/v1/search?q=…`: software, organisations and functions in one answer (SearchAnswer), with the
 * same facets as the list of software; 400 with problem details for what cannot be read.
 */
export async function GET(request: Request): Promise<Response> {
  const context = await requestContext()
  const asked = new URL(request.url).searchParams
  const parsed = searchRequest.safeParse({
    ...Object.fromEntries(asked),
    ...Object.fromEntries(FACETS.map((facet) => [facet, asked.getAll(facet)])),
  })
  if (!parsed.success) {
    const lang = asked.get('lang') === 'en' ? 'en' : 'fr'
    const errors = parsed.error.issues.map(({ path, message }) => ({
      parameter: String(path[0]),
      detail: SEARCH_FAULTS[message]?.[lang] ?? message,
    }))
    return problem(400, lang === 'fr' ? 'Requête illisible' : 'Unreadable request', { errors })
  }
  const answer = await answerSearch(context, parsed.data)
  return Response.json(answer, {
    // Public and the same for everyone: a page of another site may ask too.
    headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' },
  })
}
