import { attachment } from '#app/_request/attachment.ts'
import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { DomainError, NotFound, SignInNeeded } from '#lib/errors.ts'
import { correctedPubliccode } from '#lib/provenance/entry-for-edit.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** The publiccode.yml of a repository with all mended that can be, for whoever may correct the entry. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { locale, slug } = await params
  const context = await requestContext()
  try {
    const corrected = correctedPubliccode(context, slug)
    if (corrected !== undefined) {
      return attachment(corrected, { fileName: 'publiccode.yml', mediaType: 'application/yaml' })
    }
    throw new NotFound(
      'Ce dépôt n’a pas de publiccode.yml à corriger.',
      'This repository has no publiccode.yml to mend.',
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const status = error instanceof SignInNeeded ? 401 : error instanceof NotFound ? 404 : 403
    return problem(status, locale === 'en' ? error.en : error.message)
  }
}
