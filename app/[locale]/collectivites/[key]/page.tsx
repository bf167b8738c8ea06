import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { OrganisationView } from '#components/organisations/organisation-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { costsOfOrganisation } from '#lib/adoptions/costs.ts'
import { listAdoptionsOfOrganisation } from '#lib/adoptions/queries.ts'
import { adoptionPage } from '#lib/adoptions/schema.ts'
import { criteriaBackedBy } from '#lib/evidence/backed-by.ts'
import { listAwardsOfOrganisation } from '#lib/label/queries.ts'
import { needsOfOrganisation } from '#lib/needs/queries.ts'
import {
  getOrganisation,
  listMembers,
  listSimilar,
  resolveOrganisationKey,
} from '#lib/organisations/queries.ts'

import { providersOfOrganisation } from '#lib/providers/queries.ts'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

/** How many members show on the page itself. */
const MEMBERS_SHOWN = 60

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { key } = await params
  const item = getOrganisation(context, key)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/collectivites/${item.key}`, {
    title: item.departement ? `${item.name} (${item.departement})` : item.name,
    description: t.organisations.usesCaption(item.name),
  })
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { context, locale } = await startPage()
  const { key } = await params
  const item = getOrganisation(context, key)
  if (!item) {
    const current = resolveOrganisationKey(context, key)
    if (current === undefined) notFound()
    permanentRedirect(organisationPath(locale, current))
  }
  const { page } = adoptionPage.parse(await searchParams)
  return (
    <OrganisationView
      locale={locale}
      item={item}
      adoptions={listAdoptionsOfOrganisation(context, item.id, page)}
      awards={listAwardsOfOrganisation(context, item.id)}
      criteria={criteriaBackedBy(context, item.id)}
      members={listMembers(context, item, MEMBERS_SHOWN)}
      similar={listSimilar(context, item)}
      space={may(context.actor, 'adoption.read-history', item.id)}
      costs={costsOfOrganisation(context, item.id)}
      needs={needsOfOrganisation(context, item.id)}
      relay={signInEnabled()}
      providers={providersOfOrganisation(context, item.id)}
    />
  )
}
