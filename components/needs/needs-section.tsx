import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { NeedCard as Card } from '#lib/needs/schema.ts'
import { NeedCard } from './need-card.tsx'

/** What is asked for of a software or of a function, on its page, and the way to ask. */
export function NeedsSection({
  locale,
  about,
  items,
  ask,
}: {
  locale: Locale
  about: { software: string } | { function: string }
  items: readonly Card[]
  /** Whether this service lets people ask. */
  ask: boolean
}) {
  const t = messages(locale).needs.section
  const wish = 'software' in about
  if (!ask && items.length === 0) return null
  return (
    <section aria-labelledby="needs" className="mt-12">
      <h2 id="needs">{wish ? t.wishes : t.gapShared}</h2>
      {items.length === 0 ? <p className="mt-3 max-w-prose">{t.wishNone}</p> : null}
      <div className="mt-3 max-w-3xl">
        {items.map((item) => (
          <NeedCard key={item.id} locale={locale} item={item} level={3} subject={false} />
        ))}
      </div>
      <p className="no-print mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        {ask ? (
          <Link
            className="button button-quiet"
            href={pathTo(
              locale,
              '/espace/besoins/ajouter',
              wish ? { logiciel: about.software } : { fonction: about.function },
            )}
          >
            {wish ? t.wishAsk : t.gapAsk}
          </Link>
        ) : null}
        <Link className="link" href={pathTo(locale, '/besoins')}>
          {t.all}
        </Link>
      </p>
    </section>
  )
}
