import { colon, formatDate, formatEuros, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ComputedEvidence, EvidenceItem } from '#lib/evidence/schema.ts'
import { DocumentLinks } from './document-links.tsx'
import type { ShownCriterion, ShownDocument } from './shown-file.ts'

/** One criterion as it was submitted: what the candidate says, and beside it what backs it. */
export function CriterionReading({
  locale,
  criterion,
  documents,
}: {
  locale: Locale
  criterion: ShownCriterion
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
          <Evidence locale={locale} evidence={criterion.evidence} />
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

function Evidence({ locale, evidence }: { locale: Locale; evidence: ComputedEvidence | null }) {
  const t = messages(locale).jury.file
  if (!evidence || evidence.state === 'empty') return <p className="text-muted">{t.noEvidence}</p>
  const { value, numerator, denominator } = evidence
  const number = value === null ? '' : formatNumber(locale, value)
  const share = numerator !== null && denominator !== null
  return (
    <>
      <p>
        <strong className="inline-block first-letter:uppercase">
          {t.evidenceStates[evidence.state]}
        </strong>
        {value === null ? null : `. ${t.counted(share ? percent(locale, number) : number)}`}
        {share
          ? ` (${t.ratio(formatNumber(locale, numerator), formatNumber(locale, denominator))})`
          : null}
      </p>
      <Items locale={locale} items={evidence.items} />
      {evidence.apart.length === 0 ? null : (
        <>
          <p className="mt-2 text-muted">{t.apart}</p>
          <Items locale={locale} items={evidence.apart} />
        </>
      )}
    </>
  )
}

function Items({ locale, items }: { locale: Locale; items: readonly EvidenceItem[] }) {
  const t = messages(locale).jury.file
  if (items.length === 0) return null
  const wordsOf = (item: EvidenceItem) =>
    [
      item.since === '' ? '' : t.since(formatDate(locale, item.since)),
      item.kind !== 'adoption'
        ? ''
        : item.confirmedOn === ''
          ? t.unconfirmed
          : t.confirmed(formatDate(locale, item.confirmedOn)),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <ul className="mt-1 list-disc pl-5">
      {items.map((item) => (
        <li key={`${item.kind}${item.id}`}>
          <Link className="link" href={softwarePath(locale, item.software.slug)}>
            {item.software.name}
          </Link>
          <span className="text-[0.95rem] text-muted">
            {wordsOf(item) === '' ? null : colon(locale) + wordsOf(item)}
          </span>
        </li>
      ))}
    </ul>
  )
}
