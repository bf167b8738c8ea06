import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { OrganisationListView } from '#components/organisations/organisation-list-view.tsx'
import { countOrganisations, findOrganisations, territories } from '#lib/organisations/queries.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import { getFunctionBySlug } from '#lib/software/function-queries.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { q } = organisationFilters.parse(await searchParams)
  return pageMetadata(locale, '/collectivites', {
    title: q ? t.organisations.titleFor(q) : t.organisations.title,
    description: t.organisations.description,
    noIndex: q !== '',
  })
}

export default async function OrganisationListPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  const filters = organisationFilters.parse(await searchParams)
  return (
    <OrganisationListView
      locale={locale}
      filters={filters}
      result={findOrganisations(context, filters)}
      counts={countOrganisations(context)}
      departements={territories(context).departements}
      usedFunction={filters.fonction ? getFunctionBySlug(context, filters.fonction) : undefined}
    />
  )
}
