import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { NeedView } from '#components/needs/need-view.tsx'
import { getNeed } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { id } = await params
  const item = getNeed(context, rowNumber(id))
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/besoins/${id}`, {
    title: item.title,
    description: item.body.slice(0, 200),
  })
}

export default async function NeedPage({ params }: Props) {
  const { context, locale } = await startPage()
  const item = getNeed(context, rowNumber((await params).id))
  if (!item) notFound()
  return <NeedView locale={locale} item={item} act={signInEnabled()} />
}
