import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { RelaySentView, RelayView } from '#components/adoptions/relay-view.tsx'
import { messageAddress } from '#lib/adoptions/message-schema.ts'
import { organisationsToWriteFrom, relayTarget } from '#lib/adoptions/relay.ts'
import { writeToUserAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/ecrire', { title: t.reads.detail.write, noIndex: true })
}

export default async function RelayPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { utilisation, envoye } = messageAddress.parse(await searchParams)
  const target = utilisation === undefined ? undefined : relayTarget(context, utilisation)
  if (target && envoye) return <RelaySentView locale={locale} target={target} />
  return (
    <RelayView
      locale={locale}
      target={target}
      sender={{
        name: actor.name,
        email: actor.email,
        organisations: organisationsToWriteFrom(context),
      }}
      once={randomUUID()}
      action={writeToUserAction}
    />
  )
}
