import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { CriteriaView } from '#components/label/criteria-view.tsx'
import { getPublicGrid, REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import { functionNames } from '#lib/software/function-queries.ts'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { year } = await params
  const { ours, edition, description } = t.labelEditions.public
  return pageMetadata(locale, `/label/${year}/criteres`, {
    title: year === REFERENCE_GRID ? ours : edition(Number(year)),
    description,
  })
}

export default async function CriteriaPage({ params }: Props) {
  const { context, locale } = await startPage()
  const grid = getPublicGrid(context, (await params).year)
  if (!grid) notFound()
  return <CriteriaView locale={locale} grid={grid} names={functionNames(context)} />
}
