import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { comparePath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** Whose likes are looked at: said where they are, asked for where they are not. */
export function LikeForm({
  locale,
  slugs,
  like,
  typed,
}: {
  locale: Locale
  slugs: readonly string[]
  like: { key: string; name: string; compared: number } | undefined
  /** What was typed and means no organisation. */
  typed: string
}) {
  const t = messages(locale).compare.like
  return (
    <section aria-labelledby="like" className="mt-10">
      <h2 id="like" className="no-print text-xl">
        {t.heading}
      </h2>
      {like ? (
        <p className="mt-2 max-w-prose">
          {like.compared === 0
            ? t.noPopulation(like.name)
            : t.shown(formatNumber(locale, like.compared), like.name)}{' '}
          <Link
            className="link no-print"
            rel="nofollow"
            href={comparePath(locale, slugs, { comme: 'personne' })}
          >
            {t.leave}
          </Link>
        </p>
      ) : null}
      {typed ? (
        <p role="status" className="mt-2 max-w-prose font-semibold text-danger">
          {t.unknown(typed)}
        </p>
      ) : null}
      <form method="get" action={pathTo(locale, '/comparer')} className="mt-3 max-w-xl">
        <input type="hidden" name="logiciels" value={slugs.join(',')} />
        <label htmlFor="like-of" className="block font-semibold">
          {t.label}
        </label>
        <p id="like-of-hint" className="text-[0.95rem] text-muted">
          {t.hint}
        </p>
        <div className="mt-1.5 flex flex-wrap gap-3">
          <input
            id="like-of"
            name="comme"
            type="text"
            aria-describedby="like-of-hint"
            autoComplete="off"
            spellCheck={false}
            defaultValue={typed}
            className="field min-w-0 flex-1 basis-48"
          />
          <button type="submit" className="button button-quiet">
            {t.submit}
          </button>
        </div>
      </form>
    </section>
  )
}
