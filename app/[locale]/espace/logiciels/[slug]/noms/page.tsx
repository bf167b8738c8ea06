import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { NamesView } from '#components/names/names-view.tsx'
import { getNames, listNames, type NameListView } from '#lib/names/queries.ts'
import { NAME_VIEWS, namesAddress } from '#lib/names/schema.ts'
import { acceptNamesAction, decideNamesAction, removeListAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/logiciels/${slug}/noms`, {
    title: t.names.title(slug),
    noIndex: true,
  })
}

export default async function NamesPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const asked = namesAddress.parse(await searchParams)
  const overview = readable(() => getNames(context, slug))
  const { lists } = overview
  const list = lists.find(({ id }) => id === asked.liste) ?? lists.find(waits) ?? lists[0]
  // What is sure comes first, because one look settles it.
  const view = asked.voir ?? NAME_VIEWS.find((item) => (list?.counts[item] ?? 0) > 0) ?? 'surs'
  return (
    <NamesView
      locale={locale}
      overview={overview}
      list={list}
      view={view}
      names={listNames(context, slug, { list: list?.id ?? 0, view, page: asked.page })}
      done={asked.fait}
      tooLong={asked.longs}
      decide={decideNamesAction}
      accept={acceptNamesAction}
      remove={removeListAction}
    />
  )
}

const waits = ({ counts }: NameListView) => counts.surs + counts.douteux + counts.sans > 0
