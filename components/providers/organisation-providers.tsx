import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { ReferenceTable, type ShownReference } from './reference-table.tsx'

/** On an organisation's page: the providers that it has confirmed itself. */
export function OrganisationProviders({
  locale,
  name,
  items,
}: {
  locale: Locale
  name: string
  items: readonly ShownReference[]
}) {
  if (items.length === 0) return null
  const t = messages(locale).providers.onOrganisation
  return (
    <section aria-labelledby="works-with" className="mt-12">
      <h2 id="works-with">{t.heading}</h2>
      <p className="mt-1 text-muted">{t.lead}</p>
      <ReferenceTable locale={locale} caption={t.caption(name)} items={items} />
    </section>
  )
}
