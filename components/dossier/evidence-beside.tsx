import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { EvidenceItems } from '#components/label/evidence-items.tsx'
import { EvidenceSentence } from '#components/label/evidence-sentence.tsx'
import type { ComputedEvidence, EvidenceRule } from '#lib/evidence/schema.ts'

/** What adoptions say of a criterion, in a sentence, with the rows behind it. */
export function EvidenceBeside({
  locale,
  evidence,
  organisation,
  space,
  rule,
}: {
  locale: Locale
  /** Null for a criterion that is answered by hand alone. */
  evidence: ComputedEvidence | null
  organisation: string
  /** Whether its own people read it. */
  space: boolean
  rule?: EvidenceRule | null
}) {
  if (evidence === null) {
    return <p className="text-muted">{messages(locale).dossier.answer.noRule}</p>
  }
  return (
    <>
      <EvidenceSentence locale={locale} evidence={evidence} rule={rule ?? null} />
      <EvidenceItems
        locale={locale}
        evidence={evidence}
        organisation={organisation}
        space={space}
        rule={rule ?? null}
      />
    </>
  )
}
