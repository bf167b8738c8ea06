import 'server-only'
import { DomainError, SignInNeeded } from '#lib/errors.ts'
import { getEditionForOrganiser } from '#lib/label/organiser-queries.ts'
import { requestContext } from './context.ts'
import { gridAnswer } from './grid-answer.ts'
import { problem } from './problem.ts'

/** The grid of an edition as a file, for its organisers. */
export async function organiserGrid(
  { locale, year }: { locale: string; year: string },
  format: 'json' | 'yml',
): Promise<Response> {
  const context = await requestContext()
  try {
    const found = getEditionForOrganiser(context, Number(year))
    return found ? gridAnswer(found.grid, format) : problem(404, 'Aucun millésime de cette année')
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof SignInNeeded ? 401 : 403
    return problem(status, locale === 'en' ? error.en : error.message)
  }
}
