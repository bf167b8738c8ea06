import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { comparePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export interface Chosen {
  slug: string
  name: string
}

/** What is chosen so far, each with the link that takes it out again. */
export function ChosenList({
  locale,
  chosen,
  like,
}: {
  locale: Locale
  chosen: readonly Chosen[]
  like: string | undefined
}) {
  const t = messages(locale).compare
  if (chosen.length === 0) return null
  return (
    <section aria-label={t.chosen} className="no-print mt-5">
      <ul className="flex flex-wrap gap-2">
        {chosen.map(({ slug, name }) => (
          <li key={slug} className="tag flex min-h-8 items-center gap-2">
            {name}
            <Link
              className="link inline-flex min-h-6 items-center"
              rel="nofollow"
              aria-label={t.removeOf(name)}
              href={comparePath(
                locale,
                chosen.filter((item) => item.slug !== slug).map((item) => item.slug),
                { comme: like },
              )}
            >
              {t.remove}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
