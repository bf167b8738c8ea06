import { colon, counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criterionPath, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ComputedEvidence } from '#lib/evidence/schema.ts'
import { answerWords } from './answer-words.ts'
import { StateMark } from './coverage-chart.tsx'
import { stepWords } from './progress-steps.tsx'
import type { ShownCriterion, ShownProgress } from './shown-progress.ts'

/** Every criterion of the grid: its state, what it rests on, the answer by hand, the next step. */
export function ProgressCriteria({
  locale,
  progress,
}: {
  locale: Locale
  progress: ShownProgress
}) {
  const t = messages(locale).labelProgress
  return (
    <section aria-labelledby="criteria" className="mt-12">
      <h2 id="criteria">{t.criteria.heading}</h2>
      {progress.axes.map(({ slug, name, criteria }) => (
        <section key={slug} aria-labelledby={slug} className="mt-8">
          <h3 id={slug} className="scroll-mt-4 text-xl">
            {name[locale]}
          </h3>
          <ul className="mt-3 grid">
            {criteria.map((item) => (
              <Criterion
                key={item.criterion.slug}
                locale={locale}
                item={item}
                progress={progress}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Criterion({
  locale,
  item,
  progress,
}: {
  locale: Locale
  item: ShownCriterion
  progress: ShownProgress
}) {
  const t = messages(locale).labelProgress
  const { criterion, state, evidence, answer } = item
  const step = stepWords(locale, progress, item)
  return (
    <li
      id={criterion.slug}
      className="grid gap-x-6 gap-y-1 border-line border-t py-3 md:grid-cols-[13rem_1fr]"
    >
      <p className="flex items-start gap-2">
        <span className="pt-1">
          <StateMark state={state} />
        </span>
        {t.states[state].one}
      </p>
      <div>
        <h4 className="font-semibold">
          <Link className="link" href={criterionPath(locale, progress.grid.key, criterion.slug)}>
            {criterion.label[locale]}
          </Link>
        </h4>
        {evidence && evidence.items.length > 0 ? (
          <p>
            <Behind locale={locale} evidence={evidence} />
          </p>
        ) : null}
        {answer ? (
          <p className="[overflow-wrap:anywhere]">
            <span className="text-muted">{t.criteria.answer + colon(locale)}</span>
            {excerpt(answerWords(locale, criterion, answer))}
          </p>
        ) : null}
        {step ? (
          <p className="no-print">
            <span aria-hidden="true">→ </span>
            <Link className="link" href={step.href}>
              {step.text}
            </Link>
          </p>
        ) : null}
        {item.peers.backed > 0 && progress.peers.known > 0 ? (
          <p className="text-[0.95rem] text-muted">
            {t.criteria.peers(
              formatNumber(locale, item.peers.backed),
              formatNumber(locale, progress.peers.known),
            )}
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** How many software are named one by one. */
const NAMED = 6

/** What a figure rests on, in a sentence that leads to it. */
function Behind({ locale, evidence }: { locale: Locale; evidence: ComputedEvidence }) {
  const t = messages(locale).labelProgress.evidence
  const { items, value, denominator } = evidence
  const [first] = items
  const { one, many } =
    first?.kind === 'software'
      ? t.published
      : first?.kind === 'testimonial'
        ? t.testimonials
        : t.count
  const named = [...new Map(items.map((item) => [item.software.slug, item.software])).values()]
  return (
    <>
      {value !== null && denominator !== null ? `${t.share(formatNumber(locale, value))}, ` : null}
      {counted(locale, items.length, one, many) + colon(locale)}
      {named.slice(0, NAMED).map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 ? ', ' : null}
          <Link className="link" href={softwarePath(locale, slug)}>
            {name}
          </Link>
        </span>
      ))}
      {named.length > NAMED ? ` ${t.more(formatNumber(locale, named.length - NAMED))}` : null}
    </>
  )
}

/** How much of an answer shows here; the dossier has the rest. */
const EXCERPT = 200

const excerpt = (line: string) =>
  line.length > EXCERPT ? `${line.slice(0, EXCERPT).trimEnd()}…` : line
