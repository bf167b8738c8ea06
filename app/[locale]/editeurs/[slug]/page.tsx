import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { PublisherView } from '#components/software/publisher-view.tsx'
import { getPublisherBySlug } from '#lib/publishers/queries.ts'
import { listSoftwareOfPublisher } from '#lib/software/queries.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getPublisherBySlug(context, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/editeurs/${slug}`, {
    title: t.publishers.title(item.name),
    description: item.summary[locale],
  })
}

export default async function PublisherPage({ params }: Props) {
  const { context, locale } = await startPage()
  const item = getPublisherBySlug(context, (await params).slug)
  if (!item) notFound()
  return (
    <PublisherView
      locale={locale}
      item={item}
      software={listSoftwareOfPublisher(context, item.id)}
    />
  )
}
