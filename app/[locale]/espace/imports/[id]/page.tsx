import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { ImportView } from '#components/imports/import-view.tsx'
import { Preview } from '#components/imports/preview.tsx'
import { importAddress } from '#lib/adoptions/import-address.ts'
import { getImport, listImportLines } from '#lib/adoptions/import-queries.ts'
import { dropImportAction, settleImportAction } from './actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id } = await params
  return pageMetadata(locale, `/espace/imports/${id}`, {
    title: t.imports.ready.heading,
    noIndex: true,
  })
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { id } = await params
  if (!/^\d{1,9}$/.test(id)) notFound()
  const item = readable(() => getImport(context, Number(id)))
  const { statut, page, garde, inconnus } = importAddress.parse(await searchParams)
  const first = item.kind === 'own' ? (['matched', 'ambiguous'] as const) : (['matched'] as const)
  return (
    <ImportView locale={locale} item={item} drop={dropImportAction}>
      {item.state === 'ready' ? (
        <Preview
          locale={locale}
          item={item}
          lines={listImportLines(context, item.id, {
            statuses: statut === '' ? first : [statut],
            page,
          })}
          status={statut}
          settle={settleImportAction}
          saved={garde === 'oui'}
          unknownNames={inconnus}
        />
      ) : null}
    </ImportView>
  )
}
