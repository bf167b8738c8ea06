import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { PreviewView } from '#components/label/preview-view.tsx'
import { getEditionForOrganiser } from '#lib/label/organiser-queries.ts'
import { functionNames } from '#lib/software/function-queries.ts'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { year } = await params
  return pageMetadata(locale, `/espace/label/millesimes/${year}/apercu`, {
    title: t.labelEditions.preview.title(Number(year)),
    noIndex: true,
  })
}

export default async function PreviewPage({ params }: Props) {
  const { context, locale } = await startMemberPage()
  const { year } = await params
  const found = readable(() => getEditionForOrganiser(context, Number(year)))
  return <PreviewView {...found} locale={locale} names={functionNames(context)} />
}
