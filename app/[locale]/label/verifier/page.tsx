import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { VerifyView } from '#components/label/verify-view.tsx'
import { verifyAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title, description } = t.badges.verify
  return pageMetadata(locale, '/label/verifier', { title, description })
}

/** Reading it verifies nothing; an address in its own is filled in for the form. */
export default async function VerifyPage({ searchParams }: Props) {
  const { locale } = await startPage()
  const { adresse } = await searchParams
  return (
    <VerifyView
      locale={locale}
      address={typeof adresse === 'string' ? adresse.slice(0, 500) : ''}
      action={verifyAction}
    />
  )
}
