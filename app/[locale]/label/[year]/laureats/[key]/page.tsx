import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { awardWithCredential } from '#app/_request/credential.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AwardView } from '#components/label/award-view.tsx'
import { badgeAlt, embedCode } from '#lib/credentials/badge-svg.ts'
import { getAward } from '#lib/credentials/queries.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { peopleOfLaureates } from '#lib/jury/laureates.ts'

type Props = { params: Promise<{ year: string; key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { year, key } = await params
  const award = getAward(context, Number(year), key)
  // The same as of any page that is not there, before the announcement, too.
  if (!award) return { title: t.notFound.title }
  return pageMetadata(locale, `/label/${year}/laureats/${key}`, {
    title: t.badges.title(award.organisation.name, award.edition),
    description: badgeAlt(locale, award),
  })
}

export default async function AwardPage({ params }: Props) {
  const { context, locale } = await startPage()
  const { year, key } = await params
  const award = await awardWithCredential(context, year, key)
  if (!award) notFound()
  const { siteUrl } = currentSettings()
  return (
    <AwardView
      locale={locale}
      award={award}
      people={peopleOfLaureates(context, award.edition).get(key) ?? null}
      alt={badgeAlt(locale, award)}
      codes={{ fr: embedCode('fr', award, siteUrl), en: embedCode('en', award, siteUrl) }}
    />
  )
}
