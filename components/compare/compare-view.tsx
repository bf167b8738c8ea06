import { trustWords } from '#components/adoptions/trust-bar.tsx'
import { counted, formatList, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'
import { sortRows } from '#lib/compare/rules/differences.ts'
import type { ComparedRow } from '#lib/compare/rules/value.ts'
import { MOST_COMPARED } from '#lib/compare/schema.ts'
import { AddSection, type Offered } from './add-section.tsx'
import { type Chosen, ChosenList } from './chosen-list.tsx'
import { CompareTable } from './compare-table.tsx'
import { LikeForm } from './like-form.tsx'

export interface ShownComparison {
  software: ReadonlyArray<Chosen & { summary: { fr: string; en: string }; use: TrustCount }>
  rows: readonly ComparedRow[]
  like: { key: string; name: string; compared: number } | undefined
}

/** The comparison, or the way to one: what is chosen, what sets it apart, what else could be. */
export function CompareView({
  locale,
  chosen,
  unknown,
  comparison,
  likeTyped,
  q,
  found,
  suggested,
  sheet,
}: {
  locale: Locale
  /** Too many of them are not compared. */
  chosen: readonly Chosen[]
  /** Names that the catalogue does not have. */
  unknown: readonly string[]
  comparison: ShownComparison | undefined
  likeTyped: string
  q: string
  found: readonly Offered[]
  suggested: readonly Offered[]
  /** The address of the same as a spreadsheet. */
  sheet: string
}) {
  const { compare: t, software } = messages(locale)
  const names = formatList(
    locale,
    chosen.map(({ name }) => name),
  )
  const isCompared = comparison !== undefined && comparison.software.length > 0
  const like = comparison?.like?.key
  return (
    <div className="compare-print">
      <Breadcrumb
        locale={locale}
        trail={[{ label: software.heading, href: pathTo(locale, '/logiciels') }]}
      />
      <h1>{isCompared ? t.headingOf(names) : t.heading}</h1>
      {isCompared ? <Sentences locale={locale} comparison={comparison} /> : null}
      {isCompared ? null : <p className="lead mt-2">{t.lead}</p>}
      {unknown.length > 0 ? (
        <p role="status" className="panel mt-5 max-w-prose bg-warn-soft">
          {t.unknown(unknown.join(locale === 'fr' ? ' », « ' : '”, “'), unknown.length)}
        </p>
      ) : null}
      {chosen.length > MOST_COMPARED ? (
        <p role="status" className="panel mt-5 max-w-prose bg-warn-soft font-semibold">
          {t.tooMany(formatNumber(locale, chosen.length))}
        </p>
      ) : null}
      <ChosenList locale={locale} chosen={chosen} like={like} />
      {isCompared ? (
        <Compared locale={locale} names={names} comparison={comparison} sheet={sheet} />
      ) : null}
      {isCompared ? (
        <LikeForm
          locale={locale}
          slugs={chosen.map(({ slug }) => slug)}
          like={comparison.like}
          typed={likeTyped}
        />
      ) : null}
      {chosen.length > MOST_COMPARED ? null : (
        <AddSection
          locale={locale}
          chosen={chosen.map(({ slug }) => slug)}
          like={like}
          q={q}
          found={found}
          suggested={{ lead: isCompared ? t.suggested : t.startLead, items: suggested }}
        />
      )}
    </div>
  )
}

function Sentences({ locale, comparison }: { locale: Locale; comparison: ShownComparison }) {
  const { compare: t, software: s } = messages(locale)
  const { software, rows } = comparison
  const { differ, same } = sortRows(rows)
  const [only] = software
  const points = (n: number) => counted(locale, n, t.points.one, t.points.many)
  const all = points(differ.length + same.length)
  const [most, next] = software.toSorted((a, b) => b.use.total - a.use.total)
  return (
    <p className="lead mt-2">
      {software.length === 1 && only
        ? t.oneAlone(only.name)
        : differ.length === 0
          ? t.sentenceNone(all)
          : t.sentence(
              points(differ.length),
              formatNumber(locale, differ.length + same.length),
            )}{' '}
      {!most || most.use.total === 0
        ? t.nobodyUses
        : next?.use.total === most.use.total
          ? t.equallyUsed
          : software.length === 1
            ? null
            : t.mostUsed(
                most.name,
                counted(locale, most.use.total, s.adopters.one, s.adopters.many),
                trustWords(locale, most.use),
              )}
    </p>
  )
}

function Compared({
  locale,
  names,
  comparison: { software, rows },
  sheet,
}: {
  locale: Locale
  names: string
  comparison: ShownComparison
  sheet: string
}) {
  const t = messages(locale).compare
  const { differ, same, unknown } = sortRows(rows)
  const alone = software.length === 1
  return (
    <>
      <section aria-labelledby="differ" className="mt-8">
        <h2 id="differ">{alone ? t.known : t.differ}</h2>
        {differ.length === 0 ? (
          <p className="mt-2">{t.none}</p>
        ) : (
          <CompareTable
            locale={locale}
            caption={alone ? t.captionOne(names) : t.caption(names)}
            software={software}
            rows={differ}
          />
        )}
      </section>
      {same.length === 0 ? null : (
        <details className="printed mt-8">
          <summary className="min-h-6 font-semibold text-xl">
            {t.same(formatNumber(locale, same.length))}
          </summary>
          <CompareTable
            locale={locale}
            caption={t.captionSame(names)}
            software={software}
            rows={same}
          />
        </details>
      )}
      {unknown.length === 0 ? null : (
        <p className="mt-4 max-w-prose text-[0.95rem] text-muted">
          {`${t.notKnown}${locale === 'fr' ? '\u00a0' : ''}: ${unknown
            .map(({ field }) => t.fields[field])
            .join(', ')}.`}
        </p>
      )}
      <p className="no-print mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <a className="button button-quiet" href={sheet}>
          {t.download}
        </a>
        <span className="text-[0.95rem] text-muted">{t.print}</span>
      </p>
    </>
  )
}
