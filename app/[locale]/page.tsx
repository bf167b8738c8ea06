import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { HomeView } from '#components/home/home-view.tsx'
import { catalogueUse, latestAdoptions } from '#lib/adoptions/queries.ts'
import { territories } from '#lib/organisations/queries.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { countSoftware } from '#lib/software/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/', { title: t.home.title, description: t.home.description }),
    title: { absolute: t.home.title },
  }
}

export default async function HomePage() {
  const { context, locale } = await startPage()
  return (
    <HomeView
      locale={locale}
      software={countSoftware(context)}
      catalogue={catalogueUse(context)}
      groups={functionTree(context)}
      latest={latestAdoptions(context, 6)}
      departements={territories(context).departements}
    />
  )
}
