import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { FiguresView } from '#components/label/figures-view.tsx'
import { organisationYears } from '#lib/evidence/year-figures.ts'
import { yearAddress } from '#lib/evidence/year-schema.ts'
import { stateFiguresAction } from './actions.ts'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/label/chiffres`, {
    title: t.labelFigures.title,
    noIndex: true,
  })
}

export default async function YearlyFiguresPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key } = await params
  const organisation = readable(() => organisationYears(context, key))
  const { annee, fait } = yearAddress.parse(await searchParams)
  const asked = organisation.years.find((year) => year === annee)
  return (
    <FiguresView
      locale={locale}
      organisation={organisation}
      year={asked ?? organisation.current}
      saved={fait === 'oui' && asked !== undefined}
      action={stateFiguresAction}
    />
  )
}
