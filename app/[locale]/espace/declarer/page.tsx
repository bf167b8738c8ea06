import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { DeclareView } from '#components/adoptions/declare-view.tsx'
import { DeclaredView } from '#components/adoptions/declared-view.tsx'
import { declareAddress } from '#lib/adoptions/declare-address.ts'
import { adoptionLife } from '#lib/adoptions/life-query.ts'
import { operatorChoices } from '#lib/adoptions/space-queries.ts'
import { softwareMeant } from '#lib/adoptions/which-software.ts'
import { organisationsOf } from '#lib/organisations/names.ts'
import { declareAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { faite } = declareAddress.parse(await searchParams)
  const { title, thanksTitle } = t.declare
  return pageMetadata(locale, '/espace/declarer', {
    title: faite === null ? title : thanksTitle,
    noIndex: true,
  })
}

export default async function DeclarePage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { collectivite, logiciel, faite, resultat } = declareAddress.parse(await searchParams)
  const done = faite === null ? undefined : readable(() => adoptionLife(context, faite))
  if (done) {
    return (
      <DeclaredView
        locale={locale}
        outcome={resultat}
        adoptionId={done.id}
        software={done.software}
        organisation={done.organisation}
      />
    )
  }
  const organisations = organisationsOf(
    context,
    actor.memberships.map((item) => item.organisationId),
  )
  const chosen = organisations.find(({ key }) => key === collectivite)
  const meant = softwareMeant(context, logiciel)
  return (
    <DeclareView
      locale={locale}
      action={declareAction}
      organisations={organisations}
      operators={operatorChoices(
        context,
        (chosen ? [chosen] : organisations).map(({ id }) => id),
      )}
      organisation={chosen?.key ?? ''}
      software={'one' in meant ? meant.one.name : logiciel}
    />
  )
}
