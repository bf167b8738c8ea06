import { colon, counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { MemberRole } from '#lib/accounts/rules/rights.ts'

export interface ShownPublisherRole {
  slug: string
  name: string
  role: MemberRole
  /** Requests for contact that nobody has settled. */
  waiting: number
}

/** The publishers that someone speaks for, in their own space. */
export function MyPublishers({
  locale,
  publishers,
}: {
  locale: Locale
  publishers: readonly ShownPublisherRole[]
}) {
  const all = messages(locale)
  const t = all.publisherSpace
  if (publishers.length === 0) return null
  return (
    <section aria-labelledby="publishers" className="mt-8">
      <h2 id="publishers" className="text-xl">
        {t.home}
      </h2>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        {publishers.map(({ slug, name, role, waiting }) => (
          <article key={slug} className="panel">
            <h3 className="text-lg">{name}</h3>
            <p className="text-muted">{t.role(all.accounts.roles[role])}</p>
            {waiting > 0 ? (
              <p className="mt-2 font-semibold">
                {counted(locale, waiting, t.contactsWaiting.one, t.contactsWaiting.many)}
              </p>
            ) : null}
            <p className="mt-3">
              <Link
                className="button"
                href={pathTo(locale, `/espace/editeurs/${slug}`)}
                aria-label={t.open + colon(locale) + name}
              >
                {t.open}
              </Link>
            </p>
          </article>
        ))}
      </div>
    </section>
  )
}
