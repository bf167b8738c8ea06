import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { FunctionTreeView } from '#components/functions/function-tree-view.tsx'
import { functionTree } from '#lib/software/function-queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title, description } = t.functions
  return pageMetadata(locale, '/metiers', { title, description })
}

export default async function FunctionsPage() {
  const { context, locale } = await startPage()
  return <FunctionTreeView locale={locale} groups={functionTree(context)} />
}
