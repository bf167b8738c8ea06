import { colon, counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, providersPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { SERVICE_KINDS } from '#lib/providers/schema.ts'
import { ProviderCard, type ShownProvider } from './provider-card.tsx'
import type { Territories } from './provider-words.ts'

export interface ShownSoftwareProviders {
  total: number
  byKind: Readonly<Record<string, number>>
  first: readonly ShownProvider[]
}

/** On a software's page: who serves it, each count leading to its rows. */
export function SoftwareProviders({
  locale,
  slug,
  providers,
  territories,
  open,
}: {
  locale: Locale
  slug: string
  providers: ShownSoftwareProviders
  territories: Territories
  /** Whether anyone can sign in here, and so add one. */
  open: boolean
}) {
  const t = messages(locale).providers
  const { total, byKind, first } = providers
  const list = (service?: string) => providersPath(locale, { logiciel: slug, service })
  return (
    <section aria-labelledby="providers" className="mt-12">
      <h2 id="providers">{t.onSoftware.heading}</h2>
      {total === 0 ? (
        <p className="mt-3">{t.onSoftware.none}</p>
      ) : (
        <>
          <p className="mt-3">
            <Link className="link font-semibold" href={list()}>
              {counted(locale, total, t.count.one, t.count.many)}
            </Link>
            {colon(locale)}
            {SERVICE_KINDS.filter((kind) => byKind[kind]).map((kind, at) => (
              <span key={kind}>
                {at > 0 ? ', ' : null}
                <Link className="link" href={list(kind)}>
                  {`${t.services[kind]} (${formatNumber(locale, byKind[kind] ?? 0)})`}
                </Link>
              </span>
            ))}
            .
          </p>
          <div className="mt-3 max-w-3xl">
            {first.map((item) => (
              <ProviderCard
                key={item.slug}
                locale={locale}
                item={item}
                territories={territories}
                only={slug}
                level={3}
              />
            ))}
          </div>
        </>
      )}
      <ul className="no-print mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {total === 0 ? null : (
          <li>
            <Link className="link" href={list()}>
              {t.onSoftware.all}
            </Link>
          </li>
        )}
        {open ? (
          <li>
            <Link className="link" href={pathTo(locale, '/espace/prestataires/ajouter')}>
              {t.onSoftware.add}
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
