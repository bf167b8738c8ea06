import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { BadgesView } from '#components/badges/badges-view.tsx'
import { pathTo } from '#components/i18n/paths.ts'
import { badgeWidth } from '#lib/badges/badge-svg.ts'
import { badgeAddress, badgeRows, embedCodes } from '#lib/badges/embed.ts'
import { getBadge } from '#lib/badges/queries.ts'
import { BADGE_KINDS } from '#lib/badges/schema.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { getSoftwareCard } from '#lib/software/queries.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getSoftwareCard(context, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/logiciels/${slug}/badges`, {
    title: t.readmeBadges.title(item.name),
    description: t.readmeBadges.description(item.name),
  })
}

export default async function BadgesPage({ params }: Props) {
  const { context, locale } = await startPage()
  const { slug } = await params
  const item = getSoftwareCard(context, slug)
  if (!item) notFound()
  const { siteUrl } = currentSettings()
  return (
    <BadgesView
      locale={locale}
      item={item}
      badges={BADGE_KINDS.flatMap((kind) => {
        const words = getBadge(context, slug, kind, locale)
        if (!words) return []
        const { alt, known } = words
        return {
          kind,
          alt,
          known,
          width: badgeWidth(words),
          image: badgeAddress(locale, kind, slug),
          rows: pathTo(locale, badgeRows(kind, slug)),
          codes: embedCodes(locale, { kind, slug, alt, siteUrl }),
        }
      })}
    />
  )
}
