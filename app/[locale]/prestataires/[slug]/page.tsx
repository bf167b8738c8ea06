import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { ProviderView } from '#components/providers/provider-view.tsx'
import { summaryIn } from '#components/providers/provider-words.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { territories } from '#lib/organisations/queries.ts'
import { myProviders } from '#lib/providers/mine.ts'
import { getProvider } from '#lib/providers/queries.ts'
import { providerFilters } from '#lib/providers/schema.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getProvider(context, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/prestataires/${slug}`, {
    title: `${item.name} · ${t.providers.heading}`,
    description: summaryIn(locale, item.summary).text.slice(0, 200),
  })
}

export default async function ProviderPage({ params, searchParams }: Props) {
  const { context, locale } = await startPage()
  const { slug } = await params
  const { page } = providerFilters.parse(await searchParams)
  const item = getProvider(context, slug, page)
  if (!item) notFound()
  return (
    <ProviderView
      locale={locale}
      item={item}
      territories={territories(context)}
      siteUrl={currentSettings().siteUrl}
      manage={
        context.actor.kind === 'user' && myProviders(context).some((one) => one.slug === slug)
      }
    />
  )
}
