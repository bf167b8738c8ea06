import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { EditionView } from '#components/label/edition-view.tsx'
import { peopleOfLaureates } from '#lib/jury/laureates.ts'
import { listAwardsOfEdition, listEditions } from '#lib/label/queries.ts'
import { territories } from '#lib/organisations/queries.ts'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { year } = await params
  return pageMetadata(locale, `/label/${year}`, { title: t.label.editionTitle(Number(year)) })
}

export default async function EditionPage({ params }: Props) {
  const { context, locale } = await startPage()
  const { year } = await params
  const edition = listEditions(context).find((item) => String(item.year) === year)
  if (!edition) notFound()
  return (
    <EditionView
      locale={locale}
      edition={edition}
      now={context.now}
      awards={listAwardsOfEdition(context, edition.year)}
      people={peopleOfLaureates(context, edition.year)}
      departements={territories(context).departements}
    />
  )
}
