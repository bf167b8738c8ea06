import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { RelationsView } from '#components/compare/relations-view.tsx'
import { relationsToEdit } from '#lib/compare/relation-queries.ts'
import { relationDone } from '#lib/compare/relation-schema.ts'
import { relateAction, unrelateAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace', { title: t.relations.heading, noIndex: true })
}

export default async function RelationsPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const item = readable(() => relationsToEdit(context, slug))
  return (
    <RelationsView
      locale={locale}
      item={item}
      done={relationDone.parse(await searchParams)}
      relate={relateAction}
      unrelate={unrelateAction}
    />
  )
}
