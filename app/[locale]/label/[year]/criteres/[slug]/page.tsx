import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { CriterionPageView } from '#components/label/criterion-view.tsx'
import {
  backerFilters,
  backersByDepartement,
  getCriterionPage,
  listBackers,
} from '#lib/evidence/criterion-page.ts'
import { territories } from '#lib/organisations/queries.ts'

type Props = { params: Promise<{ year: string; slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { year, slug } = await params
  const item = getCriterionPage(context, year, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/label/${year}/criteres/${slug}`, {
    title: t.labelProgress.criterion.title(item.criterion.label[locale]),
    description: item.criterion.help[locale].slice(0, 200),
  })
}

/** One criterion of a grid: `year` is the key of the grid, an edition's year or `reference`. */
export default async function CriterionPage({ params, searchParams }: Props) {
  const { context, locale } = await startPage()
  const { year, slug } = await params
  const item = getCriterionPage(context, year, slug)
  if (!item) notFound()
  const filters = backerFilters.parse(await searchParams)
  const { page: _, ...kept } = filters
  const byDepartement = backersByDepartement(context, item.criterion.id)
  return (
    <CriterionPageView
      locale={locale}
      item={item}
      backers={{
        ...listBackers(context, item.criterion.id, filters),
        filters: kept,
        departements: territories(context).departements.flatMap(({ code, name }) => {
          const n = byDepartement[code]
          return n ? [{ code, name, n }] : []
        }),
      }}
      signedIn={signInEnabled()}
    />
  )
}
