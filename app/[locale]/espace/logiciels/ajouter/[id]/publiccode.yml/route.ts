import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { DomainError, NotFound, SignInNeeded } from '#lib/errors.ts'
import { correctedPubliccode } from '#lib/listings/queries.ts'

type Props = { params: Promise<{ locale: string; id: string }> }

/** The publiccode.yml of a draft's repository, with all that can be mended without inventing mended. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { locale, id } = await params
  const context = await requestContext()
  try {
    const text = /^\d{1,12}$/.test(id) ? correctedPubliccode(context, Number(id)) : undefined
    if (text === undefined) throw new NotFound('Rien à cette adresse.', 'Nothing at this address.')
    return new Response(text, {
      headers: {
        'Content-Type': 'application/yaml; charset=utf-8',
        'Content-Disposition': 'attachment; filename="publiccode.yml"',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof SignInNeeded ? 401 : 404
    return problem(status, locale === 'en' ? error.en : error.message)
  }
}
