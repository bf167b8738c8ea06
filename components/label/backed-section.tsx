import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criterionPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

/** The grid that is ours; the same word stands in addresses. */
const OURS = 'reference'

interface NamedCriterion {
  slug: string
  label: Bilingual
  axis: { slug: string; name: Bilingual }
}

/** On a software's page: the criteria that it can back by its functions. */
export function CanBack({
  locale,
  criteria,
}: {
  locale: Locale
  criteria: readonly NamedCriterion[]
}) {
  if (criteria.length === 0) return null
  const t = messages(locale).labelProgress.otherSide.software
  return (
    <section aria-labelledby="criteria" className="mt-12">
      <h2 id="criteria">{t.heading}</h2>
      <p className="mt-2 max-w-prose">{t.lead}</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {criteria.map(({ slug, label }) => (
          <li key={slug}>
            <Link className="link" href={criterionPath(locale, OURS, slug)}>
              {label[locale]}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-[0.95rem] text-muted">{t.ours}</p>
    </section>
  )
}

export interface ShownBacked {
  backed: ReadonlyArray<
    NamedCriterion & { software: ReadonlyArray<{ slug: string; name: string }> }
  >
  of: number
}

/** How many software of a criterion are named. */
const NAMED = 8

/** On an organisation's page: the criteria that its uses back, each with what it rests on; no level. */
export function BackedCriteria({ locale, criteria }: { locale: Locale; criteria: ShownBacked }) {
  const { backed, of } = criteria
  if (backed.length === 0) return null
  const t = messages(locale).labelProgress.otherSide.organisation
  return (
    <div className="mt-8">
      <h3 id="criteria">{t.heading}</h3>
      <p className="mt-2 max-w-prose">
        {t.lead(
          counted(locale, backed.length, t.criteria.one, t.criteria.many),
          formatNumber(locale, of),
        )}
      </p>
      <p className="mt-1 max-w-prose text-[0.95rem] text-muted">{t.ours}</p>
      <details className="mt-2">
        <summary className="min-h-6 py-1 text-accent">{t.show}</summary>
        <ul className="mt-2 grid gap-2">
          {backed.map(({ slug, label, software }) => (
            <li key={slug}>
              <Link className="link" href={criterionPath(locale, OURS, slug)}>
                {label[locale]}
              </Link>
              <span className="block text-[0.95rem]">
                {software.slice(0, NAMED).map((item, index) => (
                  <span key={item.slug}>
                    {index > 0 ? ', ' : null}
                    <Link className="link" href={softwarePath(locale, item.slug)}>
                      {item.name}
                    </Link>
                  </span>
                ))}
                {software.length > NAMED
                  ? ` ${t.more(formatNumber(locale, software.length - NAMED))}`
                  : null}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
