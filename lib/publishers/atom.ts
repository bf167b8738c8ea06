export interface AtomEntry {
  /** Of the event. */
  id: number
  /** ISO 8601, UTC. */
  at: string
  title: string
  /** Absolute. */
  link: string
}

export interface AtomFeed {
  slug: string
  locale: 'fr' | 'en'
  title: string
  subtitle: string
  author: string
  /** Absolute addresses: of the feed itself, and of the page that it is of. */
  self: string
  page: string
  /** When something last happened, ISO 8601. */
  updated: string
  entries: readonly AtomEntry[]
}

/** RFC 4151: the authority of the ids had its name on the first day of this year. */
const TAG_DATE = '2026'

/** A feed as Atom (RFC 4287). Ids stay the same for ever, in both languages, whatever the addresses become. */
export function atomFeed(feed: AtomFeed): string {
  const tag = (part: string) =>
    `tag:${new URL(feed.self).hostname},${TAG_DATE}:editeurs/${feed.slug}${part}`
  const entries = feed.entries.map(
    ({ id, at, title, link }) => `  <entry>
    <id>${text(tag(`/${id}`))}</id>
    <title>${text(title)}</title>
    <link rel="alternate" type="text/html" href="${text(link)}"/>
    <published>${text(at)}</published>
    <updated>${text(at)}</updated>
    <content type="text">${text(title)}</content>
  </entry>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.locale}">
  <id>${text(tag(''))}</id>
  <title>${text(feed.title)}</title>
  <subtitle>${text(feed.subtitle)}</subtitle>
  <author><name>${text(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${text(feed.self)}"/>
  <link rel="alternate" type="text/html" hreflang="${feed.locale}" href="${text(feed.page)}"/>
  <updated>${text(feed.updated)}</updated>
${entries.join('')}</feed>
`
}

/** Characters that XML 1.0 has no place for, escaped or not; lone surrogates among them. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

const text = (value: string) =>
  value
    .toWellFormed()
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
