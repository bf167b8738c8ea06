import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ComputedEvidence } from '#lib/evidence/schema.ts'

/** What adoptions say of a criterion, in a sentence that leads to them. */
export function EvidenceBeside({
  locale,
  evidence,
  organisation,
}: {
  locale: Locale
  evidence: ComputedEvidence | null
  /** Key; empty where nothing is to be led to. */
  organisation: string
}) {
  const t = messages(locale).dossier.answer
  if (evidence === null) return <p className="text-muted">{t.noRule}</p>
  if (evidence.state === 'empty') return <p className="text-muted">{t.noEvidence}</p>
  const names = [...new Set(evidence.items.map(({ software }) => software.name))]
  const value =
    evidence.value === null
      ? ''
      : `${formatNumber(locale, evidence.value)}${evidence.denominator === null ? '' : '\u00a0%'}. `
  return (
    <p>
      {value}
      {names.join(', ')}{' '}
      {organisation === '' ? null : (
        <Link className="link" href={pathTo(locale, `/espace/collectivites/${organisation}`)}>
          {t.seeList}
        </Link>
      )}
    </p>
  )
}
