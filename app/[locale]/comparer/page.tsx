import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readComparison } from '#app/_request/comparison.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { CompareView } from '#components/compare/compare-view.tsx'
import { formatList } from '#components/i18n/format.ts'
import { comparePath } from '#components/i18n/paths.ts'
import { compareSoftware } from '#lib/compare/compare-software.ts'
import { compareAddress } from '#lib/compare/schema.ts'
import { findToAdd, suggestToAdd } from '#lib/compare/to-add.ts'
import { softwareCards } from '#lib/software/queries.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const given = await searchParams
  const { items } = readComparison(context, compareAddress.parse(given))
  const names = softwareCards(
    context,
    items.map(({ id }) => id),
  ).map(({ name }) => name)
  return pageMetadata(locale, '/comparer', {
    title: names.length > 0 ? t.compare.titleOf(formatList(locale, names)) : t.compare.title,
    description: t.compare.description,
    noIndex: Object.keys(given).length > 0,
  })
}

export default async function ComparePage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  const given = await searchParams
  const asked = compareAddress.parse(given)
  const read = readComparison(context, asked)
  // One address a comparison, however it was asked for: it is what people share.
  if (read.moved || Array.isArray(given.logiciels)) {
    redirect(comparePath(locale, read.names, { comme: asked.comme, q: asked.q }))
  }
  const ids = read.items.map(({ id }) => id)
  return (
    <CompareView
      locale={locale}
      chosen={softwareCards(context, ids).map(({ slug, name }) => ({ slug, name }))}
      unknown={read.unknown}
      comparison={
        read.tooMany || ids.length === 0
          ? undefined
          : compareSoftware(context, read.slugs, read.likeKey)
      }
      likeTyped={read.likeTyped}
      q={asked.q}
      found={await findToAdd(context, asked.q, ids)}
      suggested={suggestToAdd(context, ids)}
      sheet={comparePath(locale, read.slugs, { comme: read.likeKey }).replace(
        '/comparer',
        '/comparer/comparaison.ods',
      )}
    />
  )
}
