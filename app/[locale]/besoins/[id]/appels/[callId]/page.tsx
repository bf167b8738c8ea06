import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { CallView } from '#components/needs/call-view.tsx'
import { getCall } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'

type Props = { params: Promise<{ id: string; callId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { id, callId } = await params
  const item = getCall(context, rowNumber(id), rowNumber(callId))
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/besoins/${id}/appels/${callId}`, {
    title: item.title,
    description: item.body.slice(0, 200),
  })
}

export default async function CallPage({ params }: Props) {
  const { context, locale } = await startPage()
  const { id, callId } = await params
  const item = getCall(context, rowNumber(id), rowNumber(callId))
  if (!item) notFound()
  return <CallView locale={locale} item={item} act={signInEnabled()} />
}
