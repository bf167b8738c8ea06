import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { ProviderSpaceView } from '#components/providers/space-view.tsx'
import { territories } from '#lib/organisations/queries.ts'
import { providerSpace } from '#lib/providers/space-queries.ts'
import {
  askReferenceAction,
  changeIdentityAction,
  changeRoleAction,
  inviteToProviderAction,
  removeMemberAction,
  removeServiceAction,
  setAreasAction,
  setServiceAction,
  submitAgainAction,
  withdrawAction,
  withdrawReferenceAction,
} from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/prestataires/${slug}`, {
    title: t.providers.mine.heading,
    noIndex: true,
  })
}

export default async function ProviderSpacePage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { slug } = await params
  const { fait } = await searchParams
  return (
    <ProviderSpaceView
      locale={locale}
      space={readable(() => providerSpace(context, slug))}
      territories={territories(context)}
      me={actor.id}
      done={typeof fait === 'string' ? fait : ''}
      actions={{
        identity: changeIdentityAction,
        setService: setServiceAction,
        removeService: removeServiceAction,
        areas: setAreasAction,
        submit: submitAgainAction,
        withdraw: withdrawAction,
        ask: askReferenceAction,
        takeBack: withdrawReferenceAction,
        invite: inviteToProviderAction,
        removeMember: removeMemberAction,
        changeRole: changeRoleAction,
      }}
    />
  )
}
