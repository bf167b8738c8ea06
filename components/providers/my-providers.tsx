import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ProviderState } from '#lib/providers/schema.ts'

/** In someone's space: the providers that they look after, and the way to add one. */
export function MyProviders({
  locale,
  items,
}: {
  locale: Locale
  items: ReadonlyArray<{ slug: string; name: string; state: ProviderState }>
}) {
  const t = messages(locale).providers
  return (
    <section aria-labelledby="my-providers" className="mt-8">
      <h2 id="my-providers" className="text-xl">
        {t.mine.heading}
      </h2>
      <ul className="mt-2 space-y-2">
        {items.map(({ slug, name, state }) => (
          <li key={slug}>
            <Link
              className="link"
              href={pathTo(locale, `/espace/prestataires/${slug}`)}
              aria-label={t.mine.manage + colon(locale) + name}
            >
              {name}
            </Link>
            {` (${t.states[state]})`}
          </li>
        ))}
        <li>
          <Link className="link" href={pathTo(locale, '/espace/prestataires/ajouter')}>
            {t.mine.add}
          </Link>
        </li>
      </ul>
    </section>
  )
}
