import { notFound } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { publiccodeOf } from '#lib/publiccode/export.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

/** An entry as publiccode.yml 0.7; `?usedBy=1` adds the names of its confirmed users. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params
  const context = await requestContext()
  const usedBy = new URL(request.url).searchParams.get('usedBy') === '1'
  const text = publiccodeOf(context, slug, { usedBy, siteUrl: currentSettings().siteUrl })
  if (text === undefined) notFound()
  return new Response(text, {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="publiccode.yml"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
