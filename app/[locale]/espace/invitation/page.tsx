import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { InvitationView, UnusableInvitationView } from '#components/accounts/invitation-view.tsx'
import { readInvitation } from '#lib/accounts/commands/accept-invitation.ts'
import { DomainError } from '#lib/errors.ts'
import { signOutAction } from '../../connexion/actions.ts'
import { acceptInvitationAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/espace/invitation', {
      title: t.members.invitation.title,
      noIndex: true,
    }),
    referrer: 'same-origin',
  }
}

export default async function InvitationPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { jeton } = await searchParams
  const token = typeof jeton === 'string' ? jeton.slice(0, 200) : ''
  try {
    const { name, role } = readInvitation(context, token)
    return (
      <InvitationView
        locale={locale}
        name={name}
        role={role}
        email={actor.email}
        token={token}
        action={acceptInvitationAction}
      />
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const why = locale === 'en' ? error.en : error.message
    return <UnusableInvitationView locale={locale} why={why} signOut={signOutAction} />
  }
}
