import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { CallSpaceView } from '#components/needs/call-space-view.tsx'
import { myOrganisations } from '#lib/accounts/my-account.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import { getCall } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'
import { changeCallAction, joinAction, leaveAction, settleCallAction } from '../../../actions.ts'

type Props = {
  params: Promise<{ id: string; callId: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id, callId } = await params
  return pageMetadata(locale, `/espace/besoins/${id}/appels/${callId}`, {
    title: t.needs.call.manage,
    noIndex: true,
  })
}

export default async function CallSpacePage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { id, callId } = await params
  const item = getCall(context, rowNumber(id), rowNumber(callId))
  if (!item) notFound()
  const { fait } = await searchParams
  return (
    <CallSpaceView
      locale={locale}
      item={item}
      mine={myOrganisations(context)}
      leads={may(actor, 'pooling.lead', item.lead.id)}
      done={typeof fait === 'string' ? fait : undefined}
      actions={{
        join: joinAction,
        leave: leaveAction,
        change: changeCallAction,
        settle: settleCallAction,
      }}
    />
  )
}
