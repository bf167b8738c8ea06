import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { UnusableInvitationView } from '#components/accounts/invitation-view.tsx'
import { PublisherInvitationView } from '#components/publishers/invitation-view.tsx'
import { DomainError } from '#lib/errors.ts'
import { readPublisherInvitation } from '#lib/publishers/commands/accept-invitation.ts'
import { signOutAction } from '../../../connexion/actions.ts'
import { acceptAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/espace/invitation/editeur', {
      title: t.publisherInvitation.title,
      noIndex: true,
    }),
    referrer: 'same-origin',
  }
}

export default async function PublisherInvitationPage({ searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { jeton } = await searchParams
  const token = typeof jeton === 'string' ? jeton.slice(0, 200) : ''
  try {
    const { name, role } = readPublisherInvitation(context, token)
    return (
      <PublisherInvitationView
        locale={locale}
        name={name}
        role={role}
        token={token}
        action={acceptAction}
      />
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const why = locale === 'en' ? error.en : error.message
    return <UnusableInvitationView locale={locale} why={why} signOut={signOutAction} />
  }
}
