import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { LabelView } from '#components/label/label-view.tsx'
import { listEditions } from '#lib/label/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title, description } = t.label
  return pageMetadata(locale, '/label', { title, description })
}

export default async function LabelPage() {
  const { context, locale } = await startPage()
  return <LabelView locale={locale} editions={listEditions(context)} now={context.now} />
}
