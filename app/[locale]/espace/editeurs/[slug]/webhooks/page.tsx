import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { WebhooksView } from '#components/publishers/webhooks-view.tsx'
import { listWebhooks } from '#lib/publishers/webhook-queries.ts'
import {
  addAction,
  changeAction,
  pauseAction,
  redeliverAction,
  removeAction,
  resumeAction,
  rotateAction,
  testAction,
} from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/editeurs/${slug}/webhooks`, {
    title: t.publisherSpace.webhooks,
    noIndex: true,
  })
}

export default async function WebhooksPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const { fait } = await searchParams
  const { publisher, webhooks } = readable(() => listWebhooks(context, slug))
  return (
    <WebhooksView
      locale={locale}
      publisher={publisher}
      webhooks={webhooks}
      done={typeof fait === 'string' ? fait : undefined}
      actions={{
        add: addAction,
        change: changeAction,
        rotate: rotateAction,
        switchOn: resumeAction,
        pause: pauseAction,
        test: testAction,
        remove: removeAction,
        redeliver: redeliverAction,
      }}
    />
  )
}
