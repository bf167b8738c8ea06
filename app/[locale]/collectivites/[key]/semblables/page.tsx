import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { likePath } from '#components/i18n/paths.ts'
import { LikeMineView } from '#components/organisations/like-mine-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { likeMine } from '#lib/adoptions/like-mine.ts'
import { getOrganisation, resolveOrganisationKey } from '#lib/organisations/queries.ts'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const item = getOrganisation(context, (await params).key)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/collectivites/${item.key}/semblables`, {
    title: t.reads.like.title(item.name),
  })
}

export default async function LikeMinePage({ params }: Props) {
  const { context, locale } = await startPage()
  const { key } = await params
  const item = getOrganisation(context, key)
  if (!item) {
    const current = resolveOrganisationKey(context, key)
    if (current === undefined) notFound()
    permanentRedirect(likePath(locale, current))
  }
  return (
    <LikeMineView
      locale={locale}
      item={item}
      like={likeMine(context, item)}
      declares={may(context.actor, 'adoption.declare', item.id)}
    />
  )
}
