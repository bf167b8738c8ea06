import { requestContext } from '#app/_request/context.ts'
import { awardWithCredential, imageAnswer, noImage } from '#app/_request/credential.ts'
import { bakedBadge } from '#lib/credentials/badge-svg.ts'
import { getCredential } from '#lib/credentials/queries.ts'

type Props = { params: Promise<{ locale: string; year: string; key: string }> }

/** The badge with its signed credential inside, as a file to keep. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { locale, year, key } = await params
  const context = await requestContext()
  const award = await awardWithCredential(context, year, key)
  const uuid = award?.credential?.uuid
  const found = uuid && getCredential(context, uuid)
  if (!award || !found) return noImage()
  return imageAnswer(bakedBadge(locale === 'en' ? 'en' : 'fr', award, found.document), {
    'Content-Disposition': `attachment; filename="label-${award.edition}-${award.organisation.key}.svg"`,
  })
}
