import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { MergeView } from '#components/moderation/merge-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { previewMerge } from '#lib/moderation/merge-preview.ts'
import { mergeAction } from '../actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title } = t.moderation.merge
  return pageMetadata(locale, '/espace/moderation/fusionner', { title, noIndex: true })
}

export default async function MergePage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  if (!may(actor, 'software.merge')) notFound()
  const { de, vers } = await searchParams
  const slugs = { fromSlug: slugIn(de), intoSlug: slugIn(vers) }
  return (
    <MergeView
      locale={locale}
      action={mergeAction}
      {...slugs}
      preview={previewMerge(context, slugs)}
    />
  )
}

/** A whole address may be pasted where its end is asked for. */
const slugIn = (typed: string | string[] | undefined) =>
  typeof typed === 'string' ? (typed.trim().split('/').filter(Boolean).at(-1) ?? '') : ''
