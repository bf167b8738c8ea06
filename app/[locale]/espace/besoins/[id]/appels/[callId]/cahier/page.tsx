import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { formTexts } from '#components/accounts/form-texts.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { SpaceFrame } from '#components/needs/space-frame.tsx'
import { SpecificationForm } from '#components/needs/specification-form.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { getCall } from '#lib/needs/queries.ts'
import { rowNumber } from '#lib/needs/schema.ts'
import { specificationAction } from '../../../../actions.ts'

type Props = { params: Promise<{ id: string; callId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { id, callId } = await params
  return pageMetadata(locale, `/espace/besoins/${id}/appels/${callId}/cahier`, {
    title: t.needs.callForm.fileTitle,
    noIndex: true,
  })
}

/** Adding the file of a call's specification: for who leads it, and nobody else. */
export default async function SpecificationPage({ params }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { t } = await startPage()
  const { id, callId } = await params
  const item = getCall(context, rowNumber(id), rowNumber(callId))
  if (!item || !may(actor, 'pooling.lead', item.lead.id)) notFound()
  // Only plain texts go to the browser.
  const { file, fileHint, fileSubmit } = t.needs.callForm
  const space = pathTo(locale, `/espace/besoins/${item.need.id}/appels/${item.id}`)
  return (
    <SpaceFrame
      locale={locale}
      trail={[{ label: item.title, href: space }]}
      title={t.needs.callForm.fileTitle}
      organisations={1}
    >
      <SpecificationForm
        action={specificationAction}
        address={`${space}/cahier`}
        hidden={{ locale, need: String(item.need.id), call: String(item.id) }}
        t={{ file, fileHint, fileSubmit }}
        form={formTexts(t, fileSubmit)}
        faults={t.needs.faults}
        signIn={{ href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }}
      />
    </SpaceFrame>
  )
}
