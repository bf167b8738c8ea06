import { shortUse } from '#components/adoptions/trust-bar.tsx'
import { CompareBox } from '#components/compare/compare-box.tsx'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, publisherPath, softwarePath, usersPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'

export interface ShownSoftware {
  slug: string
  name: string
  summary: Bilingual
  licence: string
  status: string
  publisher: { slug: string; name: string }
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
  use: TrustCount
  /** How near its nearest use is, in a list of what is used near a place. */
  near?: 'epci' | 'departement' | 'region' | null
}

/** A software in a list: what it does, who makes it, who is known to use it. */
export function SoftwareCard({
  locale,
  item,
  level = 2,
  box,
}: {
  locale: Locale
  item: ShownSoftware
  level?: 2 | 3 | 4
  /** Id of the form of the page that its box belongs to; no box without it. */
  box?: string
}) {
  const t = messages(locale).software
  const Heading = `h${level}` as const
  return (
    <article className="border-line border-t py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Heading className="min-w-0 text-[1.2rem]">
          <Link className="link" href={softwarePath(locale, item.slug)}>
            {item.name}
          </Link>
        </Heading>
        {item.near ? (
          <span className="tag">
            <span className="sr-only">{t.near.nearest} </span>
            {t.near[item.near]}
          </span>
        ) : null}
        {box ? <CompareBox locale={locale} form={box} item={item} /> : null}
      </div>
      <p className="mt-1">{item.summary[locale]}</p>
      <p className="mt-1 text-[0.95rem] text-muted">
        <Link className="link" href={publisherPath(locale, item.publisher.slug)}>
          {t.by(item.publisher.name)}
        </Link>
        {` · ${item.licence} · `}
        {item.use.total === 0 ? (
          t.noUseShort
        ) : (
          <Link className="link" href={usersPath(locale, item.slug)}>
            {shortUse(locale, item.use)}
          </Link>
        )}
        {item.status === 'unmaintained' ? ` · ${t.status.unmaintained}` : null}
      </p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {item.functions.slice(0, 4).map((entry) => (
          <li key={entry.slug}>
            <Link className="tag" href={functionPath(locale, entry.slug)}>
              {entry.name[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </article>
  )
}
