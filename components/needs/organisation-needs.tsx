import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { NeedCard as Card } from '#lib/needs/schema.ts'
import { NeedCard } from './need-card.tsx'

/** What an organisation said that it needs; nothing where it said nothing. */
export function OrganisationNeeds({ locale, items }: { locale: Locale; items: readonly Card[] }) {
  if (items.length === 0) return null
  return (
    <section aria-labelledby="needs" className="mt-12">
      <h2 id="needs">{messages(locale).needs.section.ofOrganisation}</h2>
      <div className="mt-3 max-w-3xl">
        {items.map((item) => (
          <NeedCard key={item.id} locale={locale} item={item} level={3} />
        ))}
      </div>
    </section>
  )
}
