import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { DocumentsView } from '#components/dossier/documents-view.tsx'
import { getDossier } from '#lib/applications/queries.ts'
import { attachAction, removeAction } from './actions.ts'

type Props = { params: Promise<{ key: string; grid: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key, grid } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/label/${grid}/documents`, {
    title: t.dossier.documents.title,
    noIndex: true,
  })
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key, grid } = await params
  const { dossier, ...place } = readable(() => getDossier(context, { organisation: key, grid }))
  if (!dossier) notFound()
  const { critere, fait } = await searchParams
  return (
    <DocumentsView
      locale={locale}
      place={place}
      dossier={dossier}
      criterion={typeof critere === 'string' ? critere : ''}
      done={fait === 'joint' || fait === 'retire' ? fait : ''}
      actions={{ attach: attachAction, remove: removeAction }}
    />
  )
}
