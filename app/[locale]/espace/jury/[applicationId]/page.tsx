import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { JuryFileView } from '#components/jury/jury-file-view.tsx'
import { getJuryFile } from '#lib/jury/queries.ts'
import { conflictAction, decideAction, scoreAction } from './actions.ts'

type Props = { params: Promise<{ applicationId: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  // Its name is part of what only its jury reads.
  return pageMetadata(locale, `/espace/jury/${(await params).applicationId}`, {
    title: t.jury.mine.file,
    noIndex: true,
  })
}

export default async function JuryFilePage({ params, searchParams }: Props) {
  const { context, locale, t } = await startMemberPage()
  const { applicationId } = await params
  const asked = await searchParams
  const file = readable(() => getJuryFile(context, Number(applicationId)))
  const savedAxis = file.snapshot.axes.find(({ slug }) => asked.fait === `note-${slug}`)?.slug
  return (
    <JuryFileView
      locale={locale}
      file={file}
      actions={{ score: scoreAction, decide: decideAction, conflict: conflictAction }}
      done={
        asked.fait === 'termine'
          ? t.jury.scores.finished
          : asked.fait === 'decision' && file.decision
            ? t.jury.decision.decidedOn(formatMoment(locale, file.decision.decidedAt))
            : undefined
      }
      savedAxis={savedAxis}
    />
  )
}
