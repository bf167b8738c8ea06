import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { UnusableInvitationView } from '#components/accounts/invitation-view.tsx'
import { JoinProviderView } from '#components/providers/join-view.tsx'
import { accountSecret } from '#lib/accounts/secret.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { DomainError } from '#lib/errors.ts'
import { readProviderInvitation } from '#lib/providers/commands/invite-to-provider.ts'
import { signOutAction } from '../../../connexion/actions.ts'
import { joinProviderAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/espace/prestataires/rejoindre', {
      title: t.providers.join.title,
      noIndex: true,
    }),
    // The token in the address goes to no other site.
    referrer: 'same-origin',
  }
}

/** Reading it changes nothing: only its button does. */
export default async function JoinProviderPage({ searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { jeton } = await searchParams
  const token = typeof jeton === 'string' ? jeton.slice(0, 2_000) : ''
  try {
    const { name, role } = await readProviderInvitation(
      context,
      token,
      accountSecret(currentSettings()),
    )
    return (
      <JoinProviderView
        locale={locale}
        name={name}
        role={role}
        token={token}
        action={joinProviderAction}
      />
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const why = locale === 'en' ? error.en : error.message
    return <UnusableInvitationView locale={locale} why={why} signOut={signOutAction} />
  }
}
