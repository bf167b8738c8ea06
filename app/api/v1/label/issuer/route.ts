import { requestContext } from '#app/_request/context.ts'
import { issuerDocument } from '#lib/credentials/issuer.ts'
import { currentSettings } from '#lib/current-settings.ts'

/**
 * `GET /api/v1/label/issuer`: who signs the credentials of this site, a profile of Open Badges 3.0 and a
 * controller document with every key, retired ones included. The issuer is this site's organiser.
 */
export async function GET(): Promise<Response> {
  const context = await requestContext()
  const document = issuerDocument(context, currentSettings().siteUrl)
  return new Response(JSON.stringify(document, null, 2), {
    headers: {
      'Content-Type': 'application/ld+json',
      // A key that is new is asked after soon.
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
}
