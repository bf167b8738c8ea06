import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { JournalView } from '#components/administration/journal-view.tsx'
import { may } from '#lib/accounts/rules/rights.ts'
import { searchAudit } from '#lib/audit-log/queries.ts'
import { auditFilters } from '#lib/audit-log/schema.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return pageMetadata(locale, '/espace/administration/journal', {
    title: t.administration.journalTitle,
    noIndex: true,
  })
}

export default async function JournalPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  if (!may(actor, 'audit.read')) notFound()
  const filters = auditFilters.parse(await searchParams)
  return <JournalView locale={locale} filters={filters} {...searchAudit(context, filters)} />
}
