import { colon, counted, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { Coverage } from '#lib/evidence/rules/coverage.ts'
import { EVIDENCE_STATES, type EvidenceState } from '#lib/evidence/schema.ts'

interface Row {
  slug: string
  name: Bilingual
  coverage: Coverage
}

/** "3 justifiés, 2 vides": the states that there are, in words. */
export function coverageWords(locale: Locale, coverage: Coverage): string {
  const { states } = messages(locale).labelProgress
  return EVIDENCE_STATES.filter((state) => coverage[state] > 0)
    .map((state) => counted(locale, coverage[state], states[state].one, states[state].many))
    .join(', ')
}

/**
 * Coverage by axis: a bar an axis, its states told apart by shape (full, hatched, dotted, blank) as much as
 * by shade, each with its numbers in words; the table is one click away.
 */
export function CoverageChart({ locale, axes }: { locale: Locale; axes: readonly Row[] }) {
  const t = messages(locale).labelProgress
  return (
    <section aria-labelledby="axes" className="mt-10">
      <h2 id="axes">{t.chart.heading}</h2>
      <Patterns />
      <ul className="mt-4 grid gap-5">
        {axes.map(({ slug, name, coverage }) => (
          <li key={slug} className="grid gap-1 md:grid-cols-[18rem_1fr] md:gap-x-6">
            <a className="link font-semibold" href={`#${slug}`}>
              {name[locale]}
            </a>
            <div>
              <Bar coverage={coverage} />
              <p className="mt-1 text-[0.95rem]">
                {t.peers.of(
                  formatNumber(locale, coverage.covered),
                  formatNumber(locale, coverage.total),
                )}
                {colon(locale)}
                {coverageWords(locale, coverage)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Legend locale={locale} />
      <details className="mt-4">
        <summary className="min-h-6 py-1 text-accent">{t.chart.asTable}</summary>
        <CoverageTable locale={locale} axes={axes} />
      </details>
    </section>
  )
}

const FILLS: Record<EvidenceState, string> = {
  evidenced: 'currentColor',
  partial: 'url(#coverage-partial)',
  declared: 'url(#coverage-declared)',
  empty: 'none',
}

/** Drawn once a page: every bar and every mark of a state refers to them. */
function Patterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="coverage absolute text-accent">
      <defs>
        <pattern
          id="coverage-partial"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3.5" height="7" fill="currentColor" />
        </pattern>
        <pattern id="coverage-declared" width="7" height="7" patternUnits="userSpaceOnUse">
          <circle cx="3.5" cy="3.5" r="1.6" fill="currentColor" />
        </pattern>
      </defs>
    </svg>
  )
}

function Bar({ coverage }: { coverage: Coverage }) {
  let from = 0
  const parts = EVIDENCE_STATES.map((state) => {
    const part = { state, from, n: coverage[state] }
    from += coverage[state]
    return part
  }).filter(({ n }) => n > 0)
  const percent = (n: number) => `${(100 * n) / Math.max(1, coverage.total)}%`
  return (
    <svg aria-hidden="true" height="18" className="coverage block w-full text-accent">
      {parts.map(({ state, from: start, n }) => (
        <rect
          key={state}
          x={percent(start)}
          width={percent(n)}
          height="18"
          fill={FILLS[state]}
          stroke="currentColor"
          strokeWidth="2"
        />
      ))}
    </svg>
  )
}

/** The mark of a state beside its word. */
export function StateMark({ state }: { state: EvidenceState }) {
  return (
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      className="coverage inline-block shrink-0 text-accent"
    >
      <rect
        x="1"
        y="1"
        width="16"
        height="16"
        fill={FILLS[state]}
        stroke="currentColor"
        strokeWidth="2"
      />
    </svg>
  )
}

function Legend({ locale }: { locale: Locale }) {
  const t = messages(locale).labelProgress
  return (
    <dl className="mt-5 grid gap-1 text-[0.95rem]">
      {EVIDENCE_STATES.map((state) => (
        <div key={state} className="flex gap-2">
          <dt className="flex shrink-0 items-start gap-2 font-semibold">
            <span className="pt-0.5">
              <StateMark state={state} />
            </span>
            {t.states[state].one}
          </dt>
          <dd className="text-muted">{t.statesHelp[state]}</dd>
        </div>
      ))}
    </dl>
  )
}

function CoverageTable({ locale, axes }: { locale: Locale; axes: readonly Row[] }) {
  const t = messages(locale).labelProgress
  return (
    <div className="table-scroll mt-2">
      <table className="table">
        <caption className="sr-only">{t.chart.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.chart.axis}</th>
            {EVIDENCE_STATES.map((state) => (
              <th key={state} scope="col" className="number">
                {t.states[state].many}
              </th>
            ))}
            <th scope="col" className="number">
              {t.chart.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {axes.map(({ slug, name, coverage }) => (
            <tr key={slug}>
              <th scope="row">{name[locale]}</th>
              {EVIDENCE_STATES.map((state) => (
                <td key={state} className="number">
                  {formatNumber(locale, coverage[state])}
                </td>
              ))}
              <td className="number">{formatNumber(locale, coverage.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
