import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AddView } from '#components/listings/add-view.tsx'
import { myListings } from '#lib/listings/queries.ts'
import { startAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title } = t.listings.add
  return pageMetadata(locale, '/espace/logiciels/ajouter', { title, noIndex: true })
}

export default async function AddPage({ searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { adresse, fait } = await searchParams
  return (
    <AddView
      locale={locale}
      action={startAction}
      address={typeof adresse === 'string' ? adresse.slice(0, 500) : ''}
      drafts={myListings(context)}
      dropped={fait === 'abandon'}
    />
  )
}
