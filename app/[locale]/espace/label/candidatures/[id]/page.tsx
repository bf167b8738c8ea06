import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { OrganiserFileView } from '#components/dossier/organiser-file-view.tsx'
import { getFileForOrganiser } from '#lib/applications/queries.ts'
import { askMoreAction } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id } = await params
  return pageMetadata(locale, `/espace/label/candidatures/${id}`, {
    title: t.dossier.organiser.title,
    noIndex: true,
  })
}

export default async function CandidateFilePage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { id } = await params
  const file = readable(() => getFileForOrganiser(context, Number(id)))
  const { fait } = await searchParams
  return (
    <OrganiserFileView locale={locale} file={file} action={askMoreAction} asked={fait === 'oui'} />
  )
}
