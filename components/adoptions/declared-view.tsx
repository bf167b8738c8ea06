import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export const DECLARED_OUTCOMES = ['created', 'changed', 'unchanged'] as const
export type DeclaredOutcome = (typeof DECLARED_OUTCOMES)[number]

/** The thanks after a declaration, and what comes next. */
export function DeclaredView({
  locale,
  outcome,
  adoptionId,
  software,
  organisation,
}: {
  locale: Locale
  outcome: DeclaredOutcome
  adoptionId: number
  software: { slug: string; name: string }
  organisation: { key: string; name: string }
}) {
  const t = messages(locale).declare
  const space = `/espace/collectivites/${organisation.key}`
  const quiet = [
    { href: pathTo(locale, `${space}/utilisations/${adoptionId}`), label: t.nextDetails },
    { href: pathTo(locale, space), label: t.nextSpace(organisation.name) },
    { href: pathTo(locale, `${space}/importer`), label: t.nextImport },
    { href: softwarePath(locale, software.slug), label: t.nextSoftware(software.name) },
  ]
  return (
    <>
      <h1>{t.thanksTitle}</h1>
      <p className="lead mt-2">{t.thanks[outcome](organisation.name, software.name)}</p>
      <p className="mt-2 max-w-prose">{t.thanksText}</p>
      <section aria-labelledby="next" className="panel mt-10 bg-soft">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          <li>
            <Link
              className="button"
              href={pathTo(locale, '/espace/declarer', { collectivite: organisation.key })}
            >
              {t.nextAgain}
            </Link>
          </li>
          {quiet.map(({ href, label }) => (
            <li key={href}>
              <Link className="button button-quiet" href={href}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
