import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { DraftView } from '#components/listings/draft-view.tsx'
import { SentListingView } from '#components/listings/sent-view.tsx'
import { getListing, publisherChoices } from '#lib/listings/queries.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { dropAction, readAgainAction, submitAction } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

const ACTIONS = { submit: submitAction, readAgain: readAgainAction, drop: dropAction }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id } = await params
  const { title } = t.listings.draft
  return pageMetadata(locale, `/espace/logiciels/ajouter/${id}`, { title, noIndex: true })
}

export default async function ListingPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { id } = await params
  if (!/^\d{1,12}$/.test(id)) notFound()
  const item = readable(() => getListing(context, Number(id)))
  if (item.state !== 'draft') {
    return <SentListingView locale={locale} item={item} actions={ACTIONS} />
  }
  const { fait } = await searchParams
  return (
    <DraftView
      locale={locale}
      item={item}
      choices={{ publishers: publisherChoices(context), functions: functionTree(context) }}
      actions={ACTIONS}
      done={fait === 'brouillon' || fait === 'relu' ? fait : undefined}
    />
  )
}
