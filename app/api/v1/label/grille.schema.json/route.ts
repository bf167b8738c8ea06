import { requestContext } from '#app/_request/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { gridJsonSchema } from '#lib/label/grid-json-schema.ts'

/** The shape of a grid's file, as JSON Schema. */
export async function GET(): Promise<Response> {
  await requestContext()
  const address = `${currentSettings().siteUrl}/api/v1/label/grille.schema.json`
  return Response.json(gridJsonSchema(address), {
    headers: {
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    },
  })
}
