import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { DossierView } from '#components/dossier/dossier-view.tsx'
import { getDossier } from '#lib/applications/queries.ts'
import { getResultForCandidate } from '#lib/jury/candidate-result.ts'
import { answerAction, peopleAction, saveAnswerAction, stepAction } from './actions.ts'

type Props = { params: Promise<{ key: string; grid: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key, grid } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/label/${grid}`, {
    title: grid === 'reference' ? t.dossier.selfTitle : t.dossier.title(grid),
    noIndex: true,
  })
}

export default async function DossierPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key, grid } = await params
  const { dossier, ...place } = readable(() => getDossier(context, { organisation: key, grid }))
  const asked = await searchParams
  const word = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? value : ''
  }
  return (
    <DossierView
      locale={locale}
      place={place}
      dossier={dossier}
      result={dossier ? getResultForCandidate(context, dossier.row.id) : null}
      asked={{ axis: word('axe'), saved: word('enregistre'), done: word('fait') }}
      actions={{
        step: stepAction,
        people: peopleAction,
        answer: answerAction,
        save: saveAnswerAction,
      }}
    />
  )
}
