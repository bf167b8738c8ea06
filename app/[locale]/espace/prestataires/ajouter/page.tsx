import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AddProviderView } from '#components/providers/add-view.tsx'
import { territories } from '#lib/organisations/queries.ts'
import { addProviderAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/prestataires/ajouter', {
    title: t.providers.add.title,
    noIndex: true,
  })
}

export default async function AddProviderPage() {
  const { context, locale } = await startMemberPage()
  return (
    <AddProviderView
      locale={locale}
      action={addProviderAction}
      territories={territories(context)}
    />
  )
}
