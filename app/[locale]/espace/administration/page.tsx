import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AdministrationView } from '#components/administration/administration-view.tsx'
import { listRoles } from '#lib/accounts/commands/grant-role.ts'
import { listDomains } from '#lib/accounts/commands/remove-domain.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import {
  grantRoleAction,
  removeDomainAction,
  revokeRoleAction,
  verifyDomainAction,
} from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { title } = t.administration
  return pageMetadata(locale, '/espace/administration', { title, noIndex: true })
}

export default async function AdministrationPage({ searchParams }: Props) {
  const { context, locale, actor } = await startMemberPage()
  if (!may(actor, 'role.grant')) notFound()
  return (
    <AdministrationView
      locale={locale}
      roles={listRoles(context)}
      domains={listDomains(context)}
      done={(await searchParams).fait !== undefined}
      actions={{
        grant: grantRoleAction,
        revoke: revokeRoleAction,
        addDomain: verifyDomainAction,
        removeDomain: removeDomainAction,
      }}
    />
  )
}
