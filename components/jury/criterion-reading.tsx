import { formatDate, formatEuros, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { differenceWords } from '#components/label/difference-words.ts'
import { EvidenceItems } from '#components/label/evidence-items.tsx'
import { EvidenceSentence } from '#components/label/evidence-sentence.tsx'
import { EvidenceStateMark } from '#components/label/evidence-state-mark.tsx'
import { difference } from '#lib/evidence/rules/difference.ts'
import { DocumentLinks } from './document-links.tsx'
import type { ShownCriterion, ShownDocument } from './shown-file.ts'

/** One criterion as it was submitted: what the candidate says, and beside it what backs it. */
export function CriterionReading({
  locale,
  criterion,
  organisation,
  documents,
}: {
  locale: Locale
  criterion: ShownCriterion
  /** Key of the candidate. */
  organisation: string
  documents: readonly ShownDocument[]
}) {
  const t = messages(locale).jury.file
  const id = criterion.slug.replaceAll('.', '-')
  const attached = documents.filter(
    (item) => item.criterion === criterion.slug || criterion.documents.includes(item.id),
  )
  return (
    <article aria-labelledby={id} className="border-line border-t py-5">
      <h3 id={id} className="text-lg">
        {criterion.number === '' ? null : `${criterion.number}. `}
        {criterion.label[locale]}
      </h3>
      <div className="mt-3 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="min-w-0">
          <h4 className="text-base text-muted">{t.answer}</h4>
          <Answer locale={locale} criterion={criterion} />
        </div>
        <div className="min-w-0">
          <h4 className="text-base text-muted">{t.evidence}</h4>
          <Evidence locale={locale} criterion={criterion} organisation={organisation} />
          <DocumentLinks locale={locale} documents={attached} />
        </div>
      </div>
    </article>
  )
}

function Answer({ locale, criterion }: { locale: Locale; criterion: ShownCriterion }) {
  const t = messages(locale).jury.file
  const given = criterion.parts
    .map((part) => [part, criterion.answer?.[part] ?? ''] as const)
    .filter(([, value]) => value !== '')
  if (given.length === 0) return <p className="text-muted">{t.noAnswer}</p>
  return (
    <div className="grid gap-2">
      {given.map(([part, value]) => (
        <p key={part} className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
          {part === 'yes-no' ? (value === 'yes' ? t.yes : t.no) : shown(locale, part, value)}
        </p>
      ))}
    </div>
  )
}

/** An address stays text: a juror who reads is not led to where a candidate would have them. */
function shown(locale: Locale, part: string, value: string): string {
  if (part === 'share') return percent(locale, value)
  if (part === 'date') return formatDate(locale, value)
  if (!/^\d+$/.test(value)) return value
  if (part === 'amount') return formatEuros(locale, Number(value))
  return part === 'number' ? formatNumber(locale, Number(value)) : value
}

const percent = (locale: Locale, value: string) => `${value}${locale === 'fr' ? '\u00a0' : ''}%`

/** What adoptions said on the day of submission, and how the answer differs from it. */
function Evidence({
  locale,
  criterion,
  organisation,
}: {
  locale: Locale
  criterion: ShownCriterion
  organisation: string
}) {
  const { evidence, answer } = criterion
  if (!evidence) return <p className="text-muted">{messages(locale).jury.file.noEvidence}</p>
  return (
    <>
      <p>
        <EvidenceStateMark locale={locale} state={evidence.state} />
      </p>
      <EvidenceSentence locale={locale} evidence={evidence} />
      {differenceWords(locale, difference(answer, evidence)).map((words) => (
        <p key={words} className="mt-1 border-accent border-l-4 pl-3">
          {words}
        </p>
      ))}
      <EvidenceItems locale={locale} evidence={evidence} organisation={organisation} />
    </>
  )
}
