import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { QueueView } from '#components/moderation/queue-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { listQueue } from '#lib/moderation/queue-queries.ts'
import { queueFilters } from '#lib/moderation/schema.ts'
import { settleRequestAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const title = t.moderation.queue.title
  return pageMetadata(locale, '/espace/moderation', { title, noIndex: true })
}

export default async function QueuePage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  if (!may(actor, 'moderation.read')) notFound()
  const asked = await searchParams
  const filters = queueFilters.parse(asked)
  return (
    <QueueView
      locale={locale}
      filters={filters}
      queue={listQueue(context, filters)}
      note={
        asked.fait === 'decision' ? 'done' : asked.fait === 'proposition' ? 'proposed' : undefined
      }
      settleRequest={settleRequestAction}
    />
  )
}
