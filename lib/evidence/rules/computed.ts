import type { ComputedEvidence, EvidenceItem } from '#lib/evidence/schema.ts'
import { evidenceState } from './evidence-state.ts'
import type { Fact, Figure } from './fact.ts'
import type { Outcome } from './outcome.ts'

/** An outcome as pages and snapshots hold it, on a day. */
export function computed(
  criterion: string,
  rule: string,
  outcome: Outcome,
  day: string,
): ComputedEvidence {
  const { value, numerator, denominator, unit } = outcome
  const found = outcome.items.length > 0
  const shown = (fact: Fact) => itemOf(fact, unit, day)
  return {
    criterion,
    rule,
    state: evidenceState(found ? outcome : undefined, day),
    value,
    numerator,
    denominator,
    ...(outcome.serversVirtual === null ? {} : { serversVirtual: outcome.serversVirtual }),
    items: outcome.items.map(shown),
    apart: outcome.apart.map(shown),
    reasons: [...(found && outcome.freshUntil < day ? ['stale' as const] : []), ...outcome.reasons],
  }
}

function itemOf(fact: Fact, unit: Figure | null, day: string): EvidenceItem {
  const { kind, id, software, state, trust, since, confirmedOn } = fact
  return {
    kind,
    id,
    software: { slug: software.slug, name: software.name },
    state,
    trust,
    since,
    units: unit ? fact.units[unit] : null,
    confirmedOn,
    fresh: fact.freshUntil >= day,
  }
}
