import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** A function that a search found, with how much software covers it. */
export interface FoundFunction {
  slug: string
  name: Bilingual
  software: number
}

interface Way {
  key: string
  label: string
  href: string
}

/** An empty list leads on: to what may have been meant, to what is known to be missing, to asking for it. */
export function NothingFound({
  locale,
  query,
  narrowed,
  nearest,
  functions,
}: {
  locale: Locale
  query: string
  /** Whether facets or a place leave out what the words alone might find. */
  narrowed: boolean
  nearest: ReadonlyArray<{ slug: string; name: string }>
  functions: readonly FoundFunction[]
}) {
  const t = messages(locale).software
  const toFunction = ({ slug, name }: FoundFunction): Way => ({
    key: slug,
    label: name[locale],
    href: functionPath(locale, slug),
  })
  return (
    <div className="panel mt-4 grid gap-3">
      <p>{narrowed ? t.nothingFiltered : t.nothing}</p>
      {narrowed ? (
        <p>
          <Link className="link" href={pathTo(locale, '/logiciels', { q: query })}>
            {query ? t.withoutFilters(query) : t.all}
          </Link>
        </p>
      ) : null}
      <Ways
        lead={t.didYouMean}
        // Where filters leave out what was found, the words were spelt well enough.
        ways={(narrowed ? [] : nearest).map(({ slug, name }) => ({
          key: slug,
          label: name,
          href: softwarePath(locale, slug),
        }))}
      />
      <Ways
        lead={t.gapsFound}
        ways={functions.filter(({ software }) => software === 0).map(toFunction)}
      />
      <Ways
        lead={t.functionsFound}
        ways={functions.filter(({ software }) => software > 0).map(toFunction)}
      />
      <p>
        <Link className="link" href={pathTo(locale, '/metiers')}>
          {t.browseFunctions}
        </Link>
      </p>
      {query && !narrowed ? (
        <p>
          <Link
            className="link"
            rel="nofollow"
            href={pathTo(locale, '/logiciels/demander', { nom: query })}
          >
            {t.askFor(query)}
          </Link>
        </p>
      ) : null}
    </div>
  )
}

/** Links after the words that say what they are to the search. */
export function Ways({ lead, ways }: { lead: string; ways: readonly Way[] }) {
  if (ways.length === 0) return null
  return (
    <p>
      {lead}{' '}
      {ways.map(({ key, label, href }) => (
        <Link key={key} className="tag mr-2" href={href}>
          {label}
        </Link>
      ))}
    </p>
  )
}
