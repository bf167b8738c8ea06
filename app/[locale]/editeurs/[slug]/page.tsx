import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { PublisherView } from '#components/publishers/publisher-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { publisherFigures } from '#lib/publishers/adopters.ts'
import { listPublisherEvents } from '#lib/publishers/events.ts'
import { getPublisherBySlug } from '#lib/publishers/queries.ts'
import { listSoftwareOfPublisher } from '#lib/software/queries.ts'

type Props = { params: Promise<{ slug: string }> }

/** Of what happened, as many as a page shows; the feed has more. */
const EVENTS_SHOWN = 10

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getPublisherBySlug(context, slug)
  if (!item) return { title: t.notFound.title }
  const metadata = pageMetadata(locale, `/editeurs/${slug}`, {
    title: t.publishers.title(item.name),
    description: item.summary[locale],
  })
  return {
    ...metadata,
    alternates: {
      ...metadata.alternates,
      types: {
        'application/atom+xml': [
          {
            url: pathTo(locale, `/editeurs/${slug}/actualites.atom`),
            title: t.publisherEvents.title(item.name),
          },
        ],
      },
    },
  }
}

export default async function PublisherPage({ params }: Props) {
  const { context, locale } = await startPage()
  const item = getPublisherBySlug(context, (await params).slug)
  if (!item) notFound()
  return (
    <PublisherView
      locale={locale}
      item={item}
      figures={publisherFigures(context, item.id)}
      software={listSoftwareOfPublisher(context, item.id)}
      events={listPublisherEvents(context, item.id, EVENTS_SHOWN)}
      speaks={may(context.actor, 'publisher.read-space', { publisher: item.id })}
      signIn={signInEnabled()}
    />
  )
}
