import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { EditionEditorView } from '#components/label/edition-editor-view.tsx'
import { getEditionForOrganiser } from '#lib/label/organiser-queries.ts'
import { listSchemes } from '#lib/label/schemes.ts'
import {
  addAxisAction,
  calendarAction,
  importAction,
  moveAction,
  openAction,
  removeAxisAction,
  removeDraftAction,
  renameAxisAction,
  textsAction,
} from '../actions.ts'

type Props = { params: Promise<{ year: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { year } = await params
  return pageMetadata(locale, `/espace/label/millesimes/${year}`, {
    title: t.labelEditions.edit.titleOpen(Number(year)),
    noIndex: true,
  })
}

export default async function EditEditionPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { year } = await params
  const found = readable(() => getEditionForOrganiser(context, Number(year)))
  const { fait } = await searchParams
  return (
    <EditionEditorView
      {...found}
      locale={locale}
      schemes={listSchemes(context)}
      done={typeof fait === 'string' ? fait : ''}
      actions={{
        calendar: calendarAction,
        texts: textsAction,
        import: importAction,
        open: openAction,
        remove: removeDraftAction,
        addAxis: addAxisAction,
        renameAxis: renameAxisAction,
        removeAxis: removeAxisAction,
        move: moveAction,
      }}
    />
  )
}
