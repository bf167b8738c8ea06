import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { confirmedWords } from '#components/adoptions/confirmed-words.ts'
import { SpaceView } from '#components/adoptions/space-view.tsx'
import { listAdoptionsOfOrganisation } from '#lib/adoptions/queries.ts'
import { adoptionPage } from '#lib/adoptions/schema.ts'
import { shownWords } from '#lib/adoptions/shown-list.ts'
import { organisationSpace } from '#lib/adoptions/space-queries.ts'
import { countWaitingReferences } from '#lib/providers/space-queries.ts'
import { confirmAction } from './actions.ts'

type Props = { params: Promise<{ key: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { key } = await params
  return pageMetadata(locale, `/espace/collectivites/${key}`, {
    title: t.space.breadcrumb,
    noIndex: true,
  })
}

export default async function OrganisationSpacePage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { key } = await params
  const space = readable(() => organisationSpace(context, key))
  const asked = await searchParams
  const { page } = adoptionPage.parse(asked)
  return (
    <SpaceView
      locale={locale}
      space={space}
      adoptions={listAdoptionsOfOrganisation(context, space.id, page)}
      action={confirmAction}
      said={confirmedWords(locale, asked.confirme)}
      references={countWaitingReferences(context, [space.id]).get(space.id) ?? 0}
      confirmAll={shownWords(space.waiting)}
    />
  )
}
