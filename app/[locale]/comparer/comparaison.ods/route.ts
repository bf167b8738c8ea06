import { attachment } from '#app/_request/attachment.ts'
import { readComparison } from '#app/_request/comparison.ts'
import { requestContext } from '#app/_request/context.ts'
import { comparisonSheets } from '#components/compare/sheet.ts'
import { comparePath } from '#components/i18n/paths.ts'
import { compareSoftware } from '#lib/compare/compare-software.ts'
import { compareAddress } from '#lib/compare/schema.ts'
import { ODS, writeOds } from '#lib/compare/write-ods.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { parisDay } from '#lib/day.ts'

type Props = { params: Promise<{ locale: string }> }

/** The comparison of an address as a spreadsheet; where it compares nothing, the page says why. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const locale = (await params).locale === 'en' ? 'en' : 'fr'
  const given = new URL(request.url).searchParams
  const context = await requestContext()
  const asked = compareAddress.parse({
    logiciels: given.getAll('logiciels'),
    comme: given.get('comme') ?? '',
  })
  const { slugs, names, tooMany, likeKey } = readComparison(context, asked)
  if (slugs.length === 0 || tooMany) {
    const { siteUrl } = currentSettings()
    return Response.redirect(siteUrl + comparePath(locale, names), 307)
  }
  const comparison = compareSoftware(context, slugs, likeKey)
  const title = comparison.software.map(({ name }) => name).join(', ')
  const bytes = writeOds(
    { title, locale },
    comparisonSheets(locale, comparison, {
      siteUrl: currentSettings().siteUrl,
      address: comparePath(locale, slugs, { comme: likeKey }),
      day: parisDay(context.now),
    }),
  )
  return attachment(bytes, { fileName: `comparaison-${slugs.join('-')}.ods`, mediaType: ODS })
}
