import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { ClaimView } from '#components/listings/claim-view.tsx'
import { FORGE_FAULTS, type ForgeFault } from '#lib/forge/reading.ts'
import { faultSentence } from '#lib/forge/refusal.ts'
import { getClaim } from '#lib/listings/claim-queries.ts'
import { askAction, checkAction, dropAction, openAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }> }

const ACTIONS = { open: openAction, check: checkAction, ask: askAction, drop: dropAction }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  const { title } = t.listings.claim
  return pageMetadata(locale, `/espace/logiciels/${slug}/revendiquer`, { title, noIndex: true })
}

export default async function ClaimPage({ params }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const item = readable(() => getClaim(context, slug))
  const fault = item.claim?.fault ?? ''
  const host = URL.parse(item.repository)?.host ?? ''
  return (
    <ClaimView
      locale={locale}
      item={item}
      actions={ACTIONS}
      faultSentence={isForgeFault(fault) ? faultSentence(fault, host)[locale] : ''}
    />
  )
}

const isForgeFault = (text: string): text is ForgeFault =>
  (FORGE_FAULTS as readonly string[]).includes(text)
