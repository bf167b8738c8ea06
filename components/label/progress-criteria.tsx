import { colon, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { criterionPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { difference } from '#lib/evidence/rules/difference.ts'
import { answerWords } from './answer-words.ts'
import { StateMark } from './coverage-chart.tsx'
import { differenceWords } from './difference-words.ts'
import { EvidenceItems } from './evidence-items.tsx'
import { EvidenceSentence } from './evidence-sentence.tsx'
import { stepWords } from './progress-steps.tsx'
import type { ShownCriterion, ShownProgress } from './shown-progress.ts'

/** Rows that a criterion unfolds on a page of forty criteria. */
const SHOWN = 20

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
        {evidence && evidence.items.length + evidence.apart.length > 0 ? (
          <>
            <EvidenceSentence locale={locale} evidence={evidence} rule={criterion.rule} />
            <EvidenceItems
              locale={locale}
              evidence={evidence}
              organisation={progress.organisation.key}
              rule={criterion.rule}
              most={SHOWN}
              space
            />
          </>
        ) : null}
        {answer ? (
          <p className="[overflow-wrap:anywhere]">
            <span className="text-muted">{t.criteria.answer + colon(locale)}</span>
            {excerpt(answerWords(locale, criterion, answer))}
          </p>
        ) : null}
        {differenceWords(locale, difference(answer, evidence)).map((words) => (
          <p key={words} className="mt-1 border-accent border-l-4 pl-3">
            {words}
          </p>
        ))}
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

/** How much of an answer shows here; the dossier has the rest. */
const EXCERPT = 200

const excerpt = (line: string) =>
  line.length > EXCERPT ? `${line.slice(0, EXCERPT).trimEnd()}…` : line
