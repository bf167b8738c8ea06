import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { OpenCallView } from '#components/needs/open-call-view.tsx'
import { myOrganisations } from '#lib/accounts/my-account.ts'
import { getNeed } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'
import { openCallAction } from '../../actions.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id } = await params
  return pageMetadata(locale, `/espace/besoins/${id}/appel`, {
    title: t.needs.callForm.title,
    noIndex: true,
  })
}

export default async function OpenCallPage({ params }: Props) {
  const { context, locale } = await startMemberPage()
  const need = getNeed(context, rowNumber((await params).id))
  if (!need) notFound()
  return (
    <OpenCallView
      locale={locale}
      need={need}
      mine={myOrganisations(context)}
      action={openCallAction}
    />
  )
}
