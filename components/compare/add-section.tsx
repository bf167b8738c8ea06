import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { comparePath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { MOST_COMPARED } from '#lib/compare/schema.ts'

export interface Offered {
  slug: string
  name: string
  summary: { fr: string; en: string }
}

/** A search for one more, and what may be meant: without scripts each is a link to the next address. */
export function AddSection({
  locale,
  chosen,
  like,
  q,
  found,
  suggested,
}: {
  locale: Locale
  /** Slugs. */
  chosen: readonly string[]
  like: string | undefined
  q: string
  /** What the words of the search lead to. */
  found: readonly Offered[]
  /** What is offered without a search. */
  suggested: { lead: string; items: readonly Offered[] }
}) {
  const t = messages(locale).compare
  if (chosen.length >= MOST_COMPARED) {
    return <p className="no-print mt-10 text-muted">{t.full}</p>
  }
  const offers = (heading: string, items: readonly Offered[]) =>
    items.length === 0 ? null : (
      <>
        <h3 className="mt-5">{heading}</h3>
        <ul className="mt-1 grid gap-x-10 lg:grid-cols-2">
          {items.map((item) => (
            <Offer key={item.slug} locale={locale} chosen={chosen} like={like} item={item} />
          ))}
        </ul>
      </>
    )
  return (
    <section aria-labelledby="add" className="no-print mt-12">
      <h2 id="add">{t.addHeading}</h2>
      <form method="get" action={pathTo(locale, '/comparer')} className="mt-3 max-w-xl">
        {chosen.length > 0 ? (
          <input type="hidden" name="logiciels" value={chosen.join(',')} />
        ) : null}
        {like ? <input type="hidden" name="comme" value={like} /> : null}
        <label htmlFor="add-q" className="block font-semibold">
          {t.addLabel}
        </label>
        <p id="add-q-hint" className="text-[0.95rem] text-muted">
          {t.addHint}
        </p>
        <div className="mt-1.5 flex flex-wrap gap-3">
          <input
            id="add-q"
            name="q"
            type="search"
            aria-describedby="add-q-hint"
            autoComplete="off"
            spellCheck={false}
            defaultValue={q}
            className="field min-w-0 flex-1 basis-48"
          />
          <button type="submit" className="button">
            {t.search}
          </button>
        </div>
      </form>
      {q !== '' && found.length === 0 ? <p className="mt-4">{t.foundNone(q)}</p> : null}
      {offers(t.found(q), found)}
      {offers(suggested.lead, suggested.items)}
    </section>
  )
}

function Offer({
  locale,
  chosen,
  like,
  item,
}: {
  locale: Locale
  chosen: readonly string[]
  like: string | undefined
  item: Offered
}) {
  const t = messages(locale).compare
  return (
    <li className="flex items-start justify-between gap-4 border-line border-t py-2">
      <span className="min-w-0">
        <Link className="link font-semibold" href={softwarePath(locale, item.slug)}>
          {item.name}
        </Link>
        <span className="block text-[0.95rem] text-muted">{item.summary[locale]}</span>
      </span>
      <Link
        className="button button-quiet shrink-0"
        rel="nofollow"
        aria-label={t.addOf(item.name)}
        href={comparePath(locale, [...chosen, item.slug], { comme: like })}
      >
        {t.add}
      </Link>
    </li>
  )
}
