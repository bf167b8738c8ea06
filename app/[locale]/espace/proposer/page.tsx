import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { ProposeView } from '#components/moderation/propose-view.tsx'
import { ProposedView } from '#components/moderation/proposed-view.tsx'
import { DETAIL_FIELDS } from '#lib/adoptions/declaration-schema.ts'
import { organisationsOf } from '#lib/organisations/names.ts'
import { proposeAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/proposer', {
    title: t.moderation.propose.title,
    noIndex: true,
  })
}

export default async function ProposePage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const asked = await searchParams
  const text = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? value : ''
  }
  const key = text('collectivite')
  if (asked.envoyee !== undefined) {
    return (
      <ProposedView
        locale={locale}
        organisationKey={key}
        joined={asked.envoyee === 'avec-d-autres'}
      />
    )
  }
  // What was typed on the page that declares comes along in the address.
  const declaration = Object.fromEntries(
    DETAIL_FIELDS.flatMap((field) => (asked[field] === undefined ? [] : [[field, text(field)]])),
  )
  const name = text('nom').slice(0, 200)
  return (
    <ProposeView
      locale={locale}
      action={proposeAction}
      address={pathTo(locale, '/espace/proposer', { ...declaration, collectivite: key, nom: name })}
      organisations={organisationsOf(
        context,
        actor.memberships.map(({ organisationId }) => organisationId),
      )}
      organisationKey={key}
      name={name}
      declaration={declaration}
    />
  )
}
