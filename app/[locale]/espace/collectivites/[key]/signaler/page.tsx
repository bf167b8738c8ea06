import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { UploadView } from '#components/imports/upload-view.tsx'
import { getUploadPlace } from '#lib/adoptions/import-queries.ts'
import { uploadReportAction } from './actions.ts'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/signaler`, {
    title: t.imports.report.title,
    noIndex: true,
  })
}

export default async function ReportPage({ params }: Props) {
  const { context, locale } = await startMemberPage()
  const { key } = await params
  const { organisation, recent, reports } = readable(() => getUploadPlace(context, key))
  return (
    <UploadView
      locale={locale}
      kind="report"
      organisation={organisation}
      allowed={reports !== null}
      recent={recent.filter((item) => item.kind === 'report')}
      action={uploadReportAction}
    />
  )
}
