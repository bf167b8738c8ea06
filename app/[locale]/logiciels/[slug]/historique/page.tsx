import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { HistoryView } from '#components/provenance/history-view.tsx'
import { functionNamesOf } from '#components/provenance/value-words.ts'
import { entryHistory } from '#lib/provenance/history.ts'
import { historyPage } from '#lib/provenance/schema.ts'
import { functionTree } from '#lib/software/function-queries.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const found = entryHistory(context, slug, 1)
  if (!found) return { title: t.notFound.title }
  return pageMetadata(locale, `/logiciels/${slug}/historique`, {
    title: t.provenance.history.title(found.name),
    description: t.provenance.history.lead,
  })
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { context, locale } = await startPage()
  const page = historyPage.parse((await searchParams).page)
  const history = entryHistory(context, (await params).slug, page)
  if (!history) notFound()
  return (
    <HistoryView
      locale={locale}
      history={history}
      page={page}
      functions={functionNamesOf(functionTree(context))}
    />
  )
}
