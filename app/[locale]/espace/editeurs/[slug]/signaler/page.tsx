import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { ReportUseView } from '#components/publishers/report-use-view.tsx'
import { getOrganisation } from '#lib/organisations/queries.ts'
import { getPublisherSpace } from '#lib/publishers/space-queries.ts'
import { reportUseAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/editeurs/${slug}/signaler`, {
    title: t.publisherSpace.report,
    noIndex: true,
  })
}

export default async function ReportUsePage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const { fait, organisme } = await searchParams
  const { publisher, software, answers } = readable(() => getPublisherSpace(context, slug))
  if (!answers) notFound()
  return (
    <ReportUseView
      locale={locale}
      publisher={publisher}
      software={software}
      meant={typeof organisme === 'string' ? getOrganisation(context, organisme) : undefined}
      done={typeof fait === 'string' ? fait : undefined}
      action={reportUseAction}
    />
  )
}
