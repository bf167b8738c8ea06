import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { colon } from '#components/i18n/format.ts'
import { SoftwareView } from '#components/software/software-view.tsx'
import { costsOfSoftware } from '#lib/adoptions/costs.ts'
import { countOtherAdoptions, usersByDimension } from '#lib/adoptions/queries.ts'
import { stopsOfSoftware } from '#lib/adoptions/stops.ts'
import { publishedTestimonials } from '#lib/adoptions/testimonials.ts'
import { mayRelate, relationsOf } from '#lib/compare/relation-queries.ts'
import { criteriaOfSoftware } from '#lib/evidence/backed-criteria.ts'
import { keptByPublisherSince } from '#lib/listings/claim-queries.ts'
import { needsAbout } from '#lib/needs/queries.ts'
import { territories } from '#lib/organisations/queries.ts'
import { entryOrigins, mayEdit } from '#lib/provenance/origin-queries.ts'
import { vitalityOf } from '#lib/provenance/vitality.ts'
import { providersOfSoftware } from '#lib/providers/list-providers.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import { listAlternatives } from '#lib/software/queries.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getSoftwareBySlug(context, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/logiciels/${slug}`, {
    title: item.name + colon(locale) + item.summary[locale],
    description: item.description[locale].slice(0, 200),
  })
}

export default async function SoftwarePage({ params }: Props) {
  const { context, locale } = await startPage()
  const item = getSoftwareBySlug(context, (await params).slug)
  if (!item) notFound()
  return (
    <SoftwareView
      locale={locale}
      item={item}
      users={usersByDimension(context, item.id)}
      others={countOtherAdoptions(context, item.id)}
      costs={costsOfSoftware(context, item.id)}
      stops={stopsOfSoftware(context, item.id)}
      testimonials={publishedTestimonials(context, item.id)}
      relations={relationsOf(context, item.id)}
      providers={providersOfSoftware(context, item.id)}
      alternatives={listAlternatives(context, item.id)}
      relate={mayRelate(context, item.id)}
      criteria={criteriaOfSoftware(context, item.functions)}
      territories={territories(context)}
      needs={needsAbout(context, { softwareId: item.id })}
      origins={entryOrigins(context, item.id)}
      vitality={vitalityOf(context, item)}
      editable={mayEdit(context, item.id)}
      keptSince={keptByPublisherSince(context, item.id)}
      declare={signInEnabled()}
    />
  )
}
