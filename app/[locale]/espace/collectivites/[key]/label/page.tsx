import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { ProgressView } from '#components/label/progress-view.tsx'
import { labelProgress } from '#lib/evidence/progress.ts'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/label`, {
    title: t.labelProgress.heading,
    noIndex: true,
  })
}

/** Where an organisation stands on a grid of the label. */
export default async function ProgressPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key } = await params
  const { grille } = await searchParams
  const progress = readable(() =>
    labelProgress(context, key, typeof grille === 'string' && grille !== '' ? grille : undefined),
  )
  return <ProgressView locale={locale} progress={progress} />
}
