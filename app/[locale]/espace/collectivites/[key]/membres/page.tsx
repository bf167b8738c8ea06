import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { PeopleView } from '#components/accounts/people-view.tsx'
import { membersOfOrganisation } from '#lib/accounts/member-queries.ts'
import { cancelAction, changeRoleAction, inviteAction, removeAction } from './actions.ts'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}/membres`, {
    title: t.members.people.caption,
    noIndex: true,
  })
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { key } = await params
  const { fait } = await searchParams
  const { name, manages, members, invitations } = readable(() =>
    membersOfOrganisation(context, key),
  )
  return (
    <PeopleView
      locale={locale}
      organisation={{ key, name }}
      me={actor.id}
      manages={manages}
      people={members.map(({ how: _, ...person }) => person)}
      invitations={invitations}
      done={typeof fait === 'string' ? fait : undefined}
      actions={{
        invite: inviteAction,
        cancel: cancelAction,
        remove: removeAction,
        changeRole: changeRoleAction,
      }}
    />
  )
}
