import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { MyFilesView } from '#components/jury/my-files-view.tsx'
import { listMyFiles } from '#lib/jury/queries.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/jury', { title: t.jury.mine.title, noIndex: true })
}

export default async function MyFilesPage({ searchParams }: Props) {
  const { context, locale, t } = await startMemberPage()
  const { fait } = await searchParams
  return (
    <MyFilesView
      locale={locale}
      files={readable(() => listMyFiles(context))}
      done={fait === 'conflit' ? t.jury.conflict.done : undefined}
    />
  )
}
