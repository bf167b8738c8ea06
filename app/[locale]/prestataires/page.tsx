import type { Metadata } from 'next'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { ProviderListView } from '#components/providers/provider-list-view.tsx'
import { territories } from '#lib/organisations/queries.ts'
import { listProviders, softwareAsked } from '#lib/providers/list-providers.ts'
import { providerFilters } from '#lib/providers/schema.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const software = softwareAsked(context, providerFilters.parse(await searchParams))
  return pageMetadata(locale, '/prestataires', {
    title: software ? t.providers.titleFor(software.name) : t.providers.title,
    description: t.providers.description,
  })
}

export default async function ProviderListPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  const filters = providerFilters.parse(await searchParams)
  return (
    <ProviderListView
      locale={locale}
      filters={filters}
      result={listProviders(context, filters)}
      territories={territories(context)}
      open={signInEnabled()}
    />
  )
}
