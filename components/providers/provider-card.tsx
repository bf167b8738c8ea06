import { counted } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { providerPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { Area, ProviderKind, ServiceKind } from '#lib/providers/schema.ts'
import { areaWords, serviceWords, summaryIn, type Territories } from './provider-words.ts'

export interface ShownProvider {
  slug: string
  name: string
  kind: ProviderKind
  summary: Bilingual
  services: ReadonlyArray<{ slug: string; name: string; kinds: readonly ServiceKind[] }>
  areas: readonly Area[]
  references: number
}

/** How many software a card names. */
const NAMED = 6

/** A provider in a list: what it does, on what, where, and who confirms it. */
export function ProviderCard({
  locale,
  item,
  territories,
  only,
  level,
}: {
  locale: Locale
  item: ShownProvider
  territories: Territories
  /** The software that the list is about, by slug: its services alone are shown. */
  only?: string | undefined
  level: 2 | 3
}) {
  const t = messages(locale).providers
  const Heading = level === 2 ? 'h2' : 'h3'
  const { text, lang } = summaryIn(locale, item.summary)
  const services = only ? item.services.filter(({ slug }) => slug === only) : item.services
  const rest = services.length - NAMED
  return (
    <article className="border-line border-t py-4">
      <Heading className="text-[1.2rem]">
        <Link className="link" href={providerPath(locale, item.slug)}>
          {item.name}
        </Link>
      </Heading>
      <p className="mt-1" lang={lang}>
        {text}
      </p>
      <ul className="mt-1">
        {services.slice(0, NAMED).map(({ slug, name, kinds }) => (
          <li key={slug}>
            {only ? null : (
              <>
                <Link className="link" href={softwarePath(locale, slug)}>
                  {name}
                </Link>
                {locale === 'fr' ? '\u00a0: ' : ': '}
              </>
            )}
            <span className={only ? 'inline-block first-letter:uppercase' : undefined}>
              {serviceWords(locale, kinds)}
            </span>
          </li>
        ))}
        {rest > 0 ? (
          <li>
            <Link className="link" href={providerPath(locale, item.slug)}>
              + {counted(locale, rest, t.softwareCount.one, t.softwareCount.many)}
            </Link>
          </li>
        ) : null}
      </ul>
      <p className="mt-1 text-[0.95rem] text-muted">
        {`${t.kinds[item.kind].one} · ${areaWords(locale, item.areas, territories)} · `}
        {item.references === 0 ? (
          t.noReference
        ) : (
          <Link className="link" href={`${providerPath(locale, item.slug)}#references`}>
            {counted(locale, item.references, t.references.one, t.references.many)}
          </Link>
        )}
      </p>
    </article>
  )
}
