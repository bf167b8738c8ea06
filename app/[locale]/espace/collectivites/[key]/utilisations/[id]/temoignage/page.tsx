import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { WriteTestimonialView } from '#components/adoptions/write-testimonial-view.tsx'
import { messageAddress } from '#lib/adoptions/message-schema.ts'
import { ownTestimonials } from '#lib/adoptions/testimonials.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { writeTestimonialAction } from './actions.ts'

type Props = { params: Promise<{ key: string; id: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace', {
    title: t.reads.testimonials.form.body,
    noIndex: true,
  })
}

export default async function WriteTestimonialPage({ params, searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  const { key, id } = await params
  const { utilisation } = messageAddress.parse({ utilisation: id })
  if (utilisation === undefined) notFound()
  const item = ownOrNothing({ ...context, actor }, utilisation)
  if (item?.organisation.key !== key) notFound()
  return (
    <WriteTestimonialView
      locale={locale}
      item={item}
      sent={messageAddress.parse(await searchParams).envoye === 'oui'}
      action={writeTestimonialAction}
    />
  )
}

/** To whoever does not belong to the organisation, the page does not exist. */
function ownOrNothing(context: Context, adoptionId: number) {
  try {
    return ownTestimonials(context, adoptionId)
  } catch (error) {
    if (error instanceof Forbidden) return undefined
    throw error
  }
}
