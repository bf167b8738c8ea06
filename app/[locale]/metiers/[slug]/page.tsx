import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { FunctionView } from '#components/functions/function-view.tsx'
import { useOfFunction } from '#lib/adoptions/queries.ts'
import { needsAbout } from '#lib/needs/queries.ts'
import { getFunctionBySlug } from '#lib/software/function-queries.ts'
import { listSoftwareOfFunction } from '#lib/software/queries.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getFunctionBySlug(context, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/metiers/${slug}`, {
    title: item.name[locale],
    description: item.summary[locale],
  })
}

export default async function FunctionPage({ params }: Props) {
  const { context, locale } = await startPage()
  const item = getFunctionBySlug(context, (await params).slug)
  if (!item) notFound()
  return (
    <FunctionView
      locale={locale}
      item={item}
      use={useOfFunction(context, item.id)}
      software={listSoftwareOfFunction(context, item.id)}
      needs={needsAbout(context, { functionId: item.id })}
      ask={signInEnabled()}
    />
  )
}
