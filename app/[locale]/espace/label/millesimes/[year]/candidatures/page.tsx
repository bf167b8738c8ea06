import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { EditionFilesView } from '#components/jury/edition-files-view.tsx'
import { getEditionFiles } from '#lib/jury/edition-files.ts'
import { assignAction, confirmAction, reopenAction, reportAction } from './actions.ts'

type Props = { params: Promise<{ year: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { year } = await params
  return pageMetadata(locale, `/espace/label/millesimes/${year}/candidatures`, {
    title: t.jury.files.title(Number(year)),
    noIndex: true,
  })
}

export default async function EditionFilesPage({ params, searchParams }: Props) {
  const { context, locale, t } = await startMemberPage()
  const { year } = await params
  const { fait, proposition } = await searchParams
  const done: Record<string, string> = {
    affectation: t.jury.assign.done,
    conflit: t.jury.report.done,
    confirme: t.jury.confirm.done,
    repris: t.jury.confirm.reopened,
  }
  return (
    <EditionFilesView
      locale={locale}
      shown={readable(() => getEditionFiles(context, Number(year)))}
      proposes={proposition === 'oui'}
      now={context.now.toISOString()}
      done={typeof fait === 'string' ? done[fait] : undefined}
      actions={{
        assign: assignAction,
        report: reportAction,
        confirm: confirmAction,
        reopen: reopenAction,
      }}
    />
  )
}
