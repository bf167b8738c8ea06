import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { ProgressChoiceView } from '#components/label/progress-choice-view.tsx'
import { myOrganisations } from '#lib/accounts/my-account.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/label', {
    title: t.labelProgress.choose.title,
    noIndex: true,
  })
}

/** Leads to the progress of one's organisation; asks which where there are several. */
export default async function ProgressChoicePage() {
  const { context, locale } = await startMemberPage()
  const organisations = myOrganisations(context)
  const [only] = organisations
  if (only && organisations.length === 1) {
    redirect(pathTo(locale, `/espace/collectivites/${only.key}/label`))
  }
  return (
    <ProgressChoiceView
      locale={locale}
      organisations={organisations.map(({ key, name }) => ({ key, name }))}
    />
  )
}
