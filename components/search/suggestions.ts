import { counted, formatList } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import type { SearchAnswer } from '#lib/search/schema.ts'
import type { Found } from './search-query.ts'

const MOST_BESIDE = 4

/** The words of the box in one language, and what the kinds of organisation are called in it. */
export interface Words {
  locale: Locale
  t: Messages['searchBox']
  kinds: Readonly<Record<OrganisationKind, string>>
}

/** One option of the list. */
export interface Suggestion {
  /** The same option keeps its key from one answer to the next. */
  key: string
  /** Where it leads; without an address it clears the recent searches. */
  href?: string
  text: string
  /** A few words beside the text. */
  aside?: string
  /** A line under it. */
  detail?: string
  /** Whether it says that something is missing. */
  gap?: boolean
  /** The search that it asks, when it leads to the list of software. */
  asks?: string
}

/** Options of one kind under their title; without a title they stand alone. */
export interface SuggestionGroup {
  key: string
  title?: string
  note?: string
  items: Suggestion[]
}

/** What the list shows, and what a screen reader is told of it. */
export interface Suggestions {
  /** The query whose words are marked. */
  query: string
  lead?: string
  groups: SuggestionGroup[]
  status: string
}

export const NO_SUGGESTIONS: Suggestions = { query: '', groups: [], status: '' }

export function suggestionsFor(words: Words, { q, answer }: Found): Suggestions {
  const { locale, t } = words
  const groups = {
    software: softwareGroup(words, answer),
    functions: functionGroup(words, answer),
    organisations: organisationGroup(words, answer),
  }
  const order = new Set([answer.first, 'software', 'functions', 'organisations'] as const)
  const shown: SuggestionGroup[] = [...order]
    .map((name) => groups[name])
    .filter(({ items }) => items.length > 0)
  if (shown.length === 0) return nothingFound(words, q, answer)
  const counts = [
    [answer.total, t.softwareCount],
    [groups.functions.items.length, t.functionCount],
    [groups.organisations.items.length, t.organisationCount],
  ] as const
  const found = counts
    .filter(([n]) => n > 0)
    .map(([n, noun]) => counted(locale, n, noun.one, noun.many))
  if (answer.total > 0) shown.push({ key: 'all', items: [allOf(words, q, answer.total)] })
  const alternative = groups.software.items.length > 0 ? groups.software.note : undefined
  const said = t.status(found.join(', '))
  return { query: q, groups: shown, status: alternative ? `${alternative} ${said}` : said }
}

/** The last searches, newest first, and a way to clear them. */
export function recentSuggestions({ locale, t }: Words, recent: readonly string[]): Suggestions {
  if (recent.length === 0) return NO_SUGGESTIONS
  const items: Suggestion[] = recent.map((text) => ({
    key: `recent ${text}`,
    href: pathTo(locale, '/logiciels', { q: text }),
    text,
    asks: text,
  }))
  return {
    query: '',
    groups: [
      { key: 'recent', title: t.recent, note: t.recentHelp, items },
      { key: 'clear', items: [{ key: 'clear', text: t.clear }] },
    ],
    status: t.status(t.recent),
  }
}

function alternativeWords(
  locale: Locale,
  t: Words['t'],
  { name, software }: NonNullable<SearchAnswer['alternativeTo']>,
): string {
  const free = formatList(
    locale,
    software.map((item) => item.name),
  )
  return t.alternative(name, free, software.length)
}

function softwareGroup({ locale, t }: Words, answer: SearchAnswer): SuggestionGroup {
  const { alternativeTo } = answer
  return {
    key: 'software',
    title: t.software,
    ...(alternativeTo ? { note: alternativeWords(locale, t, alternativeTo) } : {}),
    items: answer.software.map(({ slug, name, summary, use, url }) => ({
      key: `software ${slug}`,
      href: url,
      text: name,
      detail: summary,
      ...(use.total > 0 ? { aside: counted(locale, use.total, t.uses.one, t.uses.many) } : {}),
    })),
  }
}

function functionGroup({ locale, t }: Words, answer: SearchAnswer): SuggestionGroup {
  return {
    key: 'functions',
    title: t.functions,
    items: answer.functions.slice(0, MOST_BESIDE).map(({ slug, name, software, url }) => ({
      key: `function ${slug}`,
      href: url,
      text: name,
      aside:
        software === 0
          ? t.gap
          : counted(locale, software, t.softwareCount.one, t.softwareCount.many),
      gap: software === 0,
    })),
  }
}

function organisationGroup({ locale, t, kinds }: Words, answer: SearchAnswer): SuggestionGroup {
  return {
    key: 'organisations',
    title: t.organisations,
    items: answer.organisations.slice(0, MOST_BESIDE).map((item) => ({
      key: `organisation ${item.key}`,
      href: item.url,
      text: item.departement ? `${item.name} (${item.departement})` : item.name,
      aside: [
        kinds[item.kind],
        ...(item.software > 0
          ? [counted(locale, item.software, t.softwareCount.one, t.softwareCount.many)]
          : []),
      ].join(', '),
    })),
  }
}

function allOf({ locale, t }: Words, q: string, total: number): Suggestion {
  const count = counted(locale, total, t.softwareCount.one, t.softwareCount.many)
  return {
    key: 'all',
    href: pathTo(locale, '/logiciels', { q }),
    text: total === 1 ? t.one(q) : t.all(count, q),
    asks: q,
  }
}

/** Names that are spelt nearly so, and the tree of functions: nobody is left before an empty list. */
function nothingFound({ locale, t }: Words, q: string, answer: SearchAnswer): Suggestions {
  const nearest: Suggestion[] = answer.nearest.map(({ slug, name, url }) => ({
    key: `nearest ${slug}`,
    href: url,
    text: name,
  }))
  const browse = { key: 'browse', href: pathTo(locale, '/metiers'), text: t.browse }
  const lead = t.nothing(q)
  return {
    query: q,
    lead,
    groups: [
      ...(nearest.length > 0 ? [{ key: 'nearest', title: t.nearest, items: nearest }] : []),
      { key: 'browse', items: [browse] },
    ],
    status: t.status(nearest.length > 0 ? `${lead}. ${t.nearest}` : lead),
  }
}
