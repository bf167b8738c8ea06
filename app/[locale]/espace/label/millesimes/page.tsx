import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { OrganiserListView } from '#components/label/organiser-list-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { listEditionsForOrganiser } from '#lib/label/organiser-queries.ts'
import { parisYear } from '#lib/label/rules/paris-time.ts'
import { listSchemes } from '#lib/label/schemes.ts'
import { copyAction, defineSchemeAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title } = t.labelEditions.list
  return pageMetadata(locale, '/espace/label/millesimes', { title, noIndex: true })
}

export default async function EditionsPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  if (!may(actor, 'label.edit-edition')) notFound()
  const { fait } = await searchParams
  const editions = listEditionsForOrganiser(context)
  return (
    <OrganiserListView
      locale={locale}
      editions={editions}
      schemes={listSchemes(context)}
      nextYear={Math.max(parisYear(context.now), (editions[0]?.year ?? 0) + 1)}
      done={typeof fait === 'string' ? fait : ''}
      copy={copyAction}
      define={defineSchemeAction}
    />
  )
}
