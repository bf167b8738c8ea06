import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { JoinSearchView } from '#components/accounts/join-search-view.tsx'
import { JoinedView, JoinView } from '#components/accounts/join-view.tsx'
import { myJoinRequests } from '#lib/accounts/my-account.ts'
import { joinAddress } from '#lib/accounts/schema.ts'
import { findOrganisations, getOrganisation } from '#lib/organisations/queries.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import { joinAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/rejoindre', { title: t.members.join.title, noIndex: true })
}

export default async function JoinPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { q, organisme, fait } = joinAddress.parse(await searchParams)
  const chosen = organisme === '' ? undefined : getOrganisation(context, organisme)
  if (!chosen) {
    const found =
      q === '' ? undefined : findOrganisations(context, organisationFilters.parse({ q }))
    return <JoinSearchView locale={locale} query={q} found={found} />
  }
  const here = actor.memberships.find(({ organisationId }) => organisationId === chosen.id)
  const asked = myJoinRequests(context).some(({ key }) => key === chosen.key)
  // What the address claims is said only where it is so.
  const outcome =
    here && (fait || here.role === 'manager')
      ? fait === 'joined'
        ? 'joined'
        : 'already'
      : asked
        ? 'asked'
        : undefined
  return outcome ? (
    <JoinedView locale={locale} organisation={chosen} outcome={outcome} managerAsked={asked} />
  ) : (
    <JoinView locale={locale} organisation={chosen} action={joinAction} />
  )
}
