import type { Locale } from '#components/i18n/locale.ts'
import type { ComputedEvidence, EvidenceRule } from '#lib/evidence/schema.ts'

import { evidenceWords, reasonWords } from './evidence-words.ts'

/**
 * What adoptions say of a criterion: a sentence with its figure, then why it is not more.
 * @param rule of the criterion, where it is at hand: the sentence then names what it counts.
 */
export function EvidenceSentence({
  locale,
  evidence,
  rule,
}: {
  locale: Locale
  evidence: ComputedEvidence
  rule?: EvidenceRule | null
}) {
  const reasons = reasonWords(locale, evidence, rule)
  return (
    <>
      <p className={evidence.items.length === 0 ? 'text-muted' : ''}>
        {evidenceWords(locale, evidence, rule)}
      </p>
      {reasons.length === 0 ? null : (
        <ul className="mt-1 text-[0.95rem] text-muted">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  )
}
