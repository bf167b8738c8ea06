import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { RemovedView } from '#components/accounts/removed-view.tsx'
import { SentView } from '#components/accounts/sent-view.tsx'
import { SignInView } from '#components/accounts/sign-in-view.tsx'
import { SignedInView } from '#components/accounts/signed-in-view.tsx'
import { pathTo } from '#components/i18n/paths.ts'
import { sitePath } from '#lib/accounts/rules/site-path.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { mailsGoNowhere } from '#lib/env.ts'
import { askForLinkAction, signOutAction } from './actions.ts'
import { SENT_TO } from './sent-to.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { envoye, compte } = await searchParams
  const sent = envoye === undefined ? t.accounts.signIn.title : t.accounts.sent.title
  const title = compte === 'supprime' ? t.myAccount.removedTitle : sent
  return pageMetadata(locale, '/connexion', { title, noIndex: true })
}

export default async function SignInPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  if (!signInEnabled()) notFound()
  const { suite, envoye, error, compte } = await searchParams
  const next = sitePath(suite)
  const settings = currentSettings()
  if (context.actor.kind === 'user') {
    return (
      <SignedInView
        locale={locale}
        email={context.actor.email}
        next={next || pathTo(locale, '/espace')}
        signOut={signOutAction}
      />
    )
  }
  if (compte === 'supprime') return <RemovedView locale={locale} />
  const folder = mailsGoNowhere(settings)
  if (envoye !== undefined) {
    const email = (await cookies()).get(SENT_TO)?.value ?? ''
    return <SentView locale={locale} email={email} next={next} folder={folder} />
  }
  const { providers, smtp } = settings.accounts
  return (
    <SignInView
      locale={locale}
      action={askForLinkAction}
      next={next}
      byMail={folder || smtp !== null}
      providers={providers.map(({ id, name }) => ({ id, name }))}
      problem={error === undefined ? undefined : error === 'access_denied' ? 'denied' : 'failed'}
    />
  )
}
