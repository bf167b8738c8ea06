import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { UsersView } from '#components/adoptions/users-view.tsx'
import { organisationsLike } from '#lib/adoptions/like-mine.ts'
import { listUsers, usersByDimension } from '#lib/adoptions/queries.ts'
import { userFilters } from '#lib/adoptions/schema.ts'
import { territories } from '#lib/organisations/queries.ts'
import { getSoftwareCard } from '#lib/software/queries.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, locale, t } = await startPage()
  const { slug } = await params
  const item = getSoftwareCard(context, slug)
  if (!item) return { title: t.notFound.title }
  return pageMetadata(locale, `/logiciels/${slug}/utilisateurs`, {
    title: t.users.title(item.name),
  })
}

export default async function UsersPage({ params, searchParams }: Props) {
  const { context, locale } = await startPage()
  const item = getSoftwareCard(context, (await params).slug)
  if (!item) notFound()
  const filters = userFilters.parse(await searchParams)
  const like = filters.semblables ? organisationsLike(context, filters.semblables) : undefined
  const { departements, regions } = territories(context)
  return (
    <UsersView
      locale={locale}
      software={item}
      filters={{ ...filters, semblables: like?.key }}
      like={like?.name}
      relay={signInEnabled()}
      result={listUsers(context, item.id, filters, like?.ids)}
      users={usersByDimension(context, item.id)}
      departements={departements}
      regions={regions}
    />
  )
}
