import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { ContactSentView, ContactView } from '#components/publishers/contact-view.tsx'
import { contactPlace } from '#lib/publishers/space-queries.ts'
import { contactAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/editeurs/${slug}/contacter`, {
    title: t.publisherPage.contact,
    noIndex: true,
  })
}

export default async function ContactPage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { slug } = await params
  const { envoye, logiciel } = await searchParams
  const { publisher, ...place } = readable(() => contactPlace(context, slug))
  if (envoye === 'oui') return <ContactSentView locale={locale} publisher={publisher} />
  return (
    <ContactView
      locale={locale}
      publisher={publisher}
      {...place}
      address={actor.email}
      about={typeof logiciel === 'string' ? logiciel : ''}
      action={contactAction}
    />
  )
}
