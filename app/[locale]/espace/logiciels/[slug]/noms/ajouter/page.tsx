import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { AddListView } from '#components/names/add-list-view.tsx'
import { namesPlace } from '#lib/names/queries.ts'
import { addListAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/logiciels/${slug}/noms/ajouter`, {
    title: t.names.addHeading,
    noIndex: true,
  })
}

export default async function AddListPage({ params }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const software = readable(() => namesPlace(context, slug))
  return <AddListView locale={locale} software={software} action={addListAction} />
}
