import type { Metadata } from 'next'
import { currentSessionId } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AccountView } from '#components/accounts/account-view.tsx'
import { myOrganisations, mySessions } from '#lib/accounts/my-account.ts'
import { deviceName } from '#lib/accounts/rules/device-name.ts'
import { CONFIRMATION } from '#lib/accounts/schema.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import { parisDay } from '#lib/day.ts'
import {
  endOtherSessionsAction,
  endSessionAction,
  leaveAction,
  profileAction,
  removeAction,
} from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/compte', { title: t.myAccount.title, noIndex: true })
}

export default async function AccountPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const here = await currentSessionId()
  const { fait } = await searchParams
  const { email, name, roles } = actor
  return (
    <AccountView
      locale={locale}
      person={{ email, name, roles, language: localeOfUser(context.db, actor.id) }}
      organisations={myOrganisations(context)}
      sessions={mySessions(context).map(({ id, userAgent, startedAt, endsAt }) => ({
        id,
        device: deviceName(userAgent),
        startedOn: parisDay(startedAt),
        endsOn: parisDay(endsAt),
        here: id === here,
      }))}
      confirmation={CONFIRMATION[locale]}
      done={typeof fait === 'string' ? fait : undefined}
      actions={{
        profile: profileAction,
        leave: leaveAction,
        endSession: endSessionAction,
        endOthers: endOtherSessionsAction,
        remove: removeAction,
      }}
    />
  )
}
