import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { AdoptionView } from '#components/adoptions/adoption-view.tsx'
import { adoptionLife } from '#lib/adoptions/life-query.ts'
import { operatorChoices } from '#lib/adoptions/space-queries.ts'
import {
  changeAction,
  confirmOneAction,
  contestAction,
  endAction,
  reopenAction,
} from './actions.ts'

type Props = { params: Promise<{ key: string; id: string }>; searchParams: SearchParams }

const address = z.object({
  faire: z.enum(['modifier', 'arreter', 'reprendre', 'contester']).nullable().catch(null),
  fait: z.literal('oui').optional().catch(undefined),
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key, id } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/utilisations/${id}`, {
    title: t.adoption.said,
    noIndex: true,
  })
}

export default async function AdoptionPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key, id } = await params
  const item = readable(() =>
    /^[1-9]\d{0,14}$/.test(id) ? adoptionLife(context, Number(id)) : undefined,
  )
  if (item.organisation.key !== key) notFound()
  const { faire, fait } = address.parse(await searchParams)
  const { operator } = item
  const operators = operatorChoices(context, [item.organisation.id])
  const listed = operators.some(({ value }) => value === operator?.key)
  return (
    <AdoptionView
      locale={locale}
      item={item}
      actions={{
        confirm: confirmOneAction,
        change: changeAction,
        end: endAction,
        reopen: reopenAction,
        contest: contestAction,
      }}
      // The one on record may be of another département.
      operators={
        operator && !listed
          ? [{ value: operator.key, label: operator.name }, ...operators]
          : operators
      }
      saved={fait === 'oui'}
      doing={faire}
    />
  )
}
