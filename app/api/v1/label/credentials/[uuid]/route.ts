import { requestContext } from '#app/_request/context.ts'
import { problem } from '#app/_request/problem.ts'
import { getCredential } from '#lib/credentials/queries.ts'

type Props = { params: Promise<{ uuid: string }> }

/** `GET /api/v1/label/credentials/{uuid}`: an award as an Open Badges 3.0 credential, as it was signed. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { uuid } = await params
  const context = await requestContext()
  const found = getCredential(context, uuid)
  if (!found) {
    return problem(404, 'Aucune attestation à cette adresse / No credential at this address')
  }
  return new Response(found.document, {
    headers: {
      'Content-Type': 'application/vc+ld+json',
      'Content-Disposition': `inline; filename="label-${found.award.edition}-${found.award.organisation.key}.json"`,
      'Cache-Control': 'public, max-age=3600',
      // Public and the same for everyone: a verifier in a page of another site may read it.
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
}
