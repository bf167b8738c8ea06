import type { Metadata } from 'next'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { NeedsView } from '#components/needs/needs-view.tsx'
import { countNeeds, listNeeds } from '#lib/needs/queries.ts'
import { needAddress } from '#lib/needs/schema.ts'
import { functionTree } from '#lib/software/function-queries.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/besoins', { title: t.needs.title })
}

export default async function NeedsPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  const filters = needAddress.parse(await searchParams)
  const tree = functionTree(context)
  return (
    <NeedsView
      locale={locale}
      filters={filters}
      counts={countNeeds(context)}
      list={listNeeds(context, filters)}
      gaps={{
        gaps: tree.reduce((sum, group) => sum + group.gaps, 0),
        all: tree.reduce((sum, group) => sum + group.functions.length, 0),
      }}
      ask={signInEnabled()}
    />
  )
}
