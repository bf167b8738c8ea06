import { requestContext } from '#app/_request/context.ts'
import { imageAnswer, noImage } from '#app/_request/credential.ts'
import { badgeSvg } from '#lib/credentials/badge-svg.ts'
import { getAward } from '#lib/credentials/queries.ts'

type Props = { params: Promise<{ locale: string; year: string; key: string }> }

/** The badge of an award, an image for any site to show. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { locale, year, key } = await params
  const context = await requestContext()
  const award = getAward(context, Number(year), key)
  return award ? imageAnswer(badgeSvg(locale === 'en' ? 'en' : 'fr', award)) : noImage()
}
