import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { CaseView } from '#components/moderation/case-view.tsx'
import { DecideForms } from '#components/moderation/decide-forms.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { getCase, softwareNamedLike } from '#lib/moderation/get-case.ts'
import { listPublisherNames } from '#lib/publishers/queries.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { settleCaseAction } from '../actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id } = await params
  return pageMetadata(locale, `/espace/moderation/${id}`, {
    title: t.moderation.case.title(id),
    noIndex: true,
  })
}

export default async function CasePage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  if (!may(actor, 'moderation.read')) notFound()
  const { id } = await params
  const item = /^\d{1,12}$/.test(id) ? getCase(context, Number(id)) : undefined
  if (!item) notFound()
  const { fiche, q } = await searchParams
  const query = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const fresh = fiche === 'nouvelle'
  const path = `/espace/moderation/${item.id}`
  const address = pathTo(locale, path, { q: query, fiche: fresh ? 'nouvelle' : undefined })
  return (
    <CaseView
      locale={locale}
      item={item}
      decide={
        <DecideForms
          locale={locale}
          item={item}
          action={settleCaseAction}
          address={address}
          query={query}
          found={query === '' ? [] : softwareNamedLike(context, query)}
          fresh={fresh}
          publishers={fresh ? listPublisherNames(context) : []}
          groups={fresh ? functionTree(context) : []}
          listingChoices={
            item.details?.kind === 'listing'
              ? {
                  publishers: { own: [], others: listPublisherNames(context) },
                  functions: functionTree(context),
                }
              : undefined
          }
        />
      }
    />
  )
}
