import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AskNeedView } from '#components/needs/ask-view.tsx'
import { myOrganisations } from '#lib/accounts/my-account.ts'
import { needsAbout } from '#lib/needs/queries.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import { askAction } from '../actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/besoins/ajouter', {
    title: t.needs.form.title,
    noIndex: true,
  })
}

export default async function AskNeedPage({ searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { logiciel, fonction } = await searchParams
  const software = typeof logiciel === 'string' ? getSoftwareBySlug(context, logiciel) : undefined
  const functions = functionTree(context).flatMap((group) => group.functions)
  const chosen = functions.find(({ slug }) => slug === fonction)
  return (
    <AskNeedView
      locale={locale}
      mine={myOrganisations(context)}
      software={software}
      chosen={software ? '' : (chosen?.slug ?? '')}
      functions={functions}
      already={
        software
          ? needsAbout(context, { softwareId: software.id })
          : chosen
            ? needsAbout(context, { functionId: chosen.id })
            : []
      }
      action={askAction}
    />
  )
}
