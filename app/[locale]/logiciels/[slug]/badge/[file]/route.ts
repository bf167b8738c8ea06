import { createHash } from 'node:crypto'
import { requestContext } from '#app/_request/context.ts'
import { imageAnswer, noImage } from '#app/_request/credential.ts'
import { badgeSvg } from '#lib/badges/badge-svg.ts'
import { unknownBadge } from '#lib/badges/badge-words.ts'
import { getBadge } from '#lib/badges/queries.ts'
import { isBadgeKind } from '#lib/badges/schema.ts'

type Props = { params: Promise<{ locale: string; slug: string; file: string }> }

/** An hour fresh, and a day in which whoever keeps a copy may show it while asking for the next. */
const KEPT = 'public, max-age=3600, stale-while-revalidate=86400'

/** A badge of an entry, an image for any README to show; `?lang=en` for the English one. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { locale: shown, slug, file } = await params
  const kind = file.replace(/\.svg$/, '')
  if (!file.endsWith('.svg') || !isBadgeKind(kind)) return noImage()
  const asked = new URL(request.url).searchParams.get('lang')
  const locale = (asked ?? shown) === 'en' ? 'en' : 'fr'
  const words = getBadge(await requestContext(), slug, kind, locale)
  // A picture all the same: a README shows it in place of a broken one, and says why.
  if (!words) {
    const unknown = imageAnswer(badgeSvg(locale, unknownBadge(locale)))
    unknown.headers.set('Cache-Control', 'public, max-age=300')
    return new Response(unknown.body, { status: 404, headers: unknown.headers })
  }
  const svg = badgeSvg(locale, words)
  const tag = `"${createHash('sha256').update(svg).digest('base64url').slice(0, 27)}"`
  const answer = imageAnswer(svg, { 'Cache-Control': KEPT, ETag: tag })
  return isKept(request, tag)
    ? new Response(null, { status: 304, headers: answer.headers })
    : answer
}

/** Whether the asker has this very picture already. */
function isKept(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  return known.split(',').some((one) => {
    const bare = one.trim().replace(/^W\//, '')
    return bare === tag || bare === '*'
  })
}
