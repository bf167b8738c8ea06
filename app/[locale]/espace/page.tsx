import type { Metadata } from 'next'
import { startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { signOutAction } from '#app/[locale]/connexion/actions.ts'
import { SignOutForm } from '#components/accounts/sign-out-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace', { title: t.accounts.header.space, noIndex: true })
}

/** What a member finds first. */
export default async function SpacePage() {
  const { locale, t } = await startMemberPage()
  return (
    <>
      <h1>{t.accounts.header.space}</h1>
      <SignOutForm locale={locale} action={signOutAction} />
    </>
  )
}
