import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { FollowLinkView } from '#components/accounts/follow-link-view.tsx'
import { sitePath } from '#lib/accounts/rules/site-path.ts'
import { followLinkAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/connexion/lien', { title: t.accounts.link.title, noIndex: true }),
    // The link is a secret. Without any referrer, though, a form would not say where it stands.
    referrer: 'same-origin',
  }
}

/** Reading it uses nothing up: only its button does. */
export default async function FollowLinkPage({ searchParams }: Props) {
  const { locale } = await startPage()
  if (!signInEnabled()) notFound()
  const { jeton, suite } = await searchParams
  return (
    <FollowLinkView
      locale={locale}
      action={followLinkAction}
      token={typeof jeton === 'string' ? jeton.slice(0, 200) : ''}
      next={sitePath(suite)}
    />
  )
}
