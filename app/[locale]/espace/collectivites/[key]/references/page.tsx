import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { AnswerReferencesView } from '#components/providers/answer-references-view.tsx'
import { organisationReferences } from '#lib/providers/space-queries.ts'
import { answerReferenceAction } from './actions.ts'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/references`, {
    title: t.providers.answer.title,
    noIndex: true,
  })
}

export default async function AnswerReferencesPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key } = await params
  const { fait } = await searchParams
  const { name, references } = readable(() => organisationReferences(context, key))
  return (
    <AnswerReferencesView
      locale={locale}
      organisation={{ key, name }}
      references={references}
      done={typeof fait === 'string' ? fait : ''}
      action={answerReferenceAction}
    />
  )
}
