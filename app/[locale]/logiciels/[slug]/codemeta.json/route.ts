import { notFound } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { codemetaOf } from '#lib/publiccode/codemeta-export.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** An entry as codemeta.json 3.0. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params
  const context = await requestContext()
  const text = codemetaOf(context, slug, { siteUrl: currentSettings().siteUrl })
  if (text === undefined) notFound()
  return new Response(text, {
    headers: {
      'Content-Type': 'application/ld+json; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
