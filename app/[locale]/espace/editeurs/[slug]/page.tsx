import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { PublisherSpaceView } from '#components/publishers/space-view.tsx'
import { getPublisherSpace, listContactRequests } from '#lib/publishers/space-queries.ts'
import {
  cancelAction,
  changeRoleAction,
  editAction,
  inviteAction,
  leaveAction,
  removeAction,
  settleAction,
} from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/editeurs/${slug}`, {
    title: t.publisherPage.space,
    noIndex: true,
  })
}

export default async function PublisherSpacePage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { slug } = await params
  const { fait } = await searchParams
  const space = readable(() => getPublisherSpace(context, slug))
  return (
    <PublisherSpaceView
      locale={locale}
      {...space}
      me={actor.id}
      contacts={space.answers ? listContactRequests(context, slug) : []}
      done={typeof fait === 'string' ? fait : undefined}
      actions={{
        invite: inviteAction,
        cancel: cancelAction,
        remove: removeAction,
        changeRole: changeRoleAction,
        leave: leaveAction,
        edit: editAction,
        settle: settleAction,
      }}
    />
  )
}
