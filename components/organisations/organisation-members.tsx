import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { OrganisationTable, type ShownOrganisation } from './organisation-table.tsx'

/** Who belongs to an organisation: its communes, its intercommunalités, its départements. */
export function OrganisationMembers({
  locale,
  item,
  members,
}: {
  locale: Locale
  item: Pick<ShownOrganisation, 'kind' | 'name' | 'departement'>
  members: { total: number; items: readonly ShownOrganisation[] }
}) {
  if (members.total === 0) return null
  const t = messages(locale).organisations
  const title =
    item.kind === 'departement'
      ? t.memberEpci
      : item.kind === 'region'
        ? t.memberDepartements
        : t.members
  return (
    <section aria-labelledby="members" className="mt-12">
      <h2 id="members">{title}</h2>
      {members.total > members.items.length ? (
        <p className="mt-1 text-muted">
          {t.membersMore(
            formatNumber(locale, members.items.length),
            formatNumber(locale, members.total),
          )}
        </p>
      ) : null}
      <div className="mt-4">
        <OrganisationTable
          locale={locale}
          caption={t.membersCaption(item.name)}
          items={members.items}
        />
      </div>
      {item.kind === 'departement' ? (
        <p className="mt-3">
          <Link
            className="link"
            href={pathTo(locale, '/collectivites', {
              type: 'commune',
              departement: item.departement,
            })}
          >
            {t.membersAll}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
