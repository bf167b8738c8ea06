import { colon, formatList, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { CriterionView, GridView } from '#lib/label/schema.ts'

/** Names of the functions and groups that rules name, by slug. */
export type FunctionNames = ReadonlyMap<string, Bilingual>

/**
 * All criteria of a grid, axis by axis, as a candidate reads them.
 * @param linked whether each leads to its own page: not in a preview, which nobody else may see.
 */
export function CriteriaList({
  locale,
  grid,
  names,
  linked,
}: {
  locale: Locale
  grid: GridView
  names: FunctionNames
  linked: boolean
}) {
  return grid.axes.map((axis) => (
    <section key={axis.slug} aria-labelledby={`axe-${axis.slug}`} className="mt-10">
      <h2 id={`axe-${axis.slug}`}>{axis.name[locale]}</h2>
      <div className="mt-4 grid gap-6">
        {axis.criteria.map((item) => (
          <article key={item.slug} id={item.slug} className="border-line border-t pt-4">
            <h3>
              {item.number === '' ? null : `${item.number}. `}
              {linked ? (
                <Link
                  className="link"
                  href={pathTo(locale, `/label/${grid.key}/criteres/${item.slug}`)}
                >
                  {item.label[locale]}
                </Link>
              ) : (
                item.label[locale]
              )}
            </h3>
            <CriterionText locale={locale} item={item} names={names} />
          </article>
        ))}
      </div>
    </section>
  ))
}

/** What is said of a criterion under its wording. */
export function CriterionText({
  locale,
  item,
  names,
}: {
  locale: Locale
  item: CriterionView
  names: FunctionNames
}) {
  const t = messages(locale).labelEditions
  const marks = [
    ...(item.required ? [t.requiredMark] : []),
    ...(item.weight === null ? [] : [t.weightMark(formatNumber(locale, item.weight))]),
  ]
  const parts = formatList(
    locale,
    item.parts.map((part) => t.parts[part]),
  )
  const answer = [parts + (item.unit === '' ? '' : ` (${item.unit})`), ...marks].join(', ')
  const facts: Array<[label: string, text: string]> = [
    [t.answerLabel, answer],
    ...(item.choices.length > 0
      ? [[t.choices, formatChoices(item, locale)] as [string, string]]
      : []),
    [t.evidenceLabel, item.rule ? ruleWords(locale, item.rule, names) : t.byHand],
  ]
  return (
    <>
      {item.help[locale] === '' ? null : <p className="mt-1 max-w-prose">{item.help[locale]}</p>}
      {item.clarification[locale] === '' ? null : (
        <p className="panel mt-3 max-w-prose whitespace-pre-line bg-soft">
          <strong>{t.clarification + colon(locale)}</strong>
          {item.clarification[locale]}
        </p>
      )}
      <dl className="mt-2 max-w-prose text-[0.95rem]">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt className="inline text-muted">{label + colon(locale)}</dt>
            <dd className="inline">{text}</dd>
          </div>
        ))}
        <div>
          <dt className="inline text-muted">{t.basisLabel + colon(locale)}</dt>
          <dd className="inline">
            {t.basis[item.basis]}
            {item.basisNote[locale] === '' ? '.' : `. ${item.basisNote[locale]}`}
            {item.sources.map((source) => (
              <span key={source.url} className="block">
                <a className="link" href={source.url} rel="noopener nofollow" lang="fr">
                  {source.title}
                </a>
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </>
  )
}

const formatChoices = (item: CriterionView, locale: Locale) =>
  item.choices.map((choice) => choice[locale]).join(locale === 'fr' ? ' ; ' : '; ')

/** What a rule computes, and on which software. */
export function ruleWords(
  locale: Locale,
  rule: NonNullable<CriterionView['rule']>,
  names: FunctionNames,
): string {
  const t = messages(locale).labelEditions
  const what = t.rules[rule.rule]
  if (!('software' in rule)) return what
  const { business, groups, functions } = rule.software
  const about = [
    ...(business ? [t.business] : []),
    ...[...groups, ...functions].map((slug) => names.get(slug)?.[locale] ?? slug),
  ]
  const share = 'of' in rule ? ` (${t.of[rule.of]})` : ''
  return t.ruleOn(what + share, formatList(locale, about))
}
