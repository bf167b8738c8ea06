import { formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'

/** What is said once a request was sent: its reference, and where to go from there. */
export function AskedView({
  locale,
  reference,
  chosen,
}: {
  locale: Locale
  reference: number
  /** The function that it was for. */
  chosen: { slug: string; name: Bilingual } | undefined
}) {
  const t = messages(locale).ask
  return (
    <>
      <TakesFocus labelledBy="sent" className="panel max-w-3xl bg-accent-soft">
        <h1 id="sent">{t.sentHeading}</h1>
        <p className="mt-3 font-semibold text-lg">{t.reference(formatNumber(locale, reference))}</p>
        <p className="mt-2 max-w-prose">{t.sentText}</p>
      </TakesFocus>
      <section aria-labelledby="next" className="mt-8">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          {chosen ? (
            <li>
              <Link className="button" href={functionPath(locale, chosen.slug)}>
                {t.nextFunction(chosen.name[locale])}
              </Link>
            </li>
          ) : null}
          <li>
            <Link
              className={chosen ? 'button button-quiet' : 'button'}
              href={pathTo(locale, '/metiers')}
            >
              {t.nextFunctions}
            </Link>
          </li>
          <li>
            <Link className="button button-quiet" href={pathTo(locale, '/logiciels/demander')}>
              {t.nextAgain}
            </Link>
          </li>
        </ul>
      </section>
    </>
  )
}
