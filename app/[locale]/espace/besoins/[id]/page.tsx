import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { NeedSpaceView } from '#components/needs/need-space-view.tsx'
import { myOrganisations } from '#lib/accounts/my-account.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import { getNeed } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'
import { closeAction, joinAction, leaveAction } from '../actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id } = await params
  return pageMetadata(locale, `/espace/besoins/${id}`, { title: t.needs.manage, noIndex: true })
}

export default async function NeedSpacePage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const item = getNeed(context, rowNumber((await params).id))
  if (!item) notFound()
  const { fait } = await searchParams
  return (
    <NeedSpaceView
      locale={locale}
      item={item}
      mine={myOrganisations(context)}
      done={typeof fait === 'string' ? fait : undefined}
      closes={may(actor, 'need.close', item.askedBy.id)}
      join={joinAction}
      leave={leaveAction}
      close={closeAction}
    />
  )
}
