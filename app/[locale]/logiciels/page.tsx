import type { Metadata } from 'next'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { SoftwareListView } from '#components/software/software-list-view.tsx'
import { backedCriteria } from '#lib/evidence/backed-criteria.ts'
import { territories } from '#lib/organisations/queries.ts'
import { nearestSoftware, proprietaryNameIn, searchFunctionIds } from '#lib/search/queries.ts'
import { functionsById, functionTree } from '#lib/software/function-queries.ts'
import { listSoftware } from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { q } = softwareFilters.parse(await searchParams)
  return pageMetadata(locale, '/logiciels', {
    title: q ? t.software.titleFor(q) : t.software.title,
    description: t.software.description,
    noIndex: q !== '',
  })
}

export default async function SoftwareListPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  const filters = softwareFilters.parse(await searchParams)
  const result = await listSoftware(context, filters)
  const functions = filters.q
    ? functionsById(context, searchFunctionIds(context, filters.q, 4))
    : []
  const nearest = result.total === 0 && filters.q ? nearestSoftware(context, filters.q) : []
  return (
    <SoftwareListView
      locale={locale}
      filters={filters}
      result={result}
      functions={functions}
      nearest={nearest}
      proprietary={proprietaryNameIn(context, filters.q)}
      groups={functionTree(context)}
      regions={territories(context).regions}
      criteria={backedCriteria(context.db).criteria}
      add={signInEnabled()}
    />
  )
}
