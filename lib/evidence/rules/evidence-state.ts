import type { ComputedEvidence } from '#lib/evidence/schema.ts'

/**
 * The state of a criterion on a day, read from what is kept of it (label-tnl.md 5, "Evidence state"):
 * nothing has to be computed anew because time goes by. The same as a condition of SQL is in
 * lib/evidence/state-sql.ts.
 * @param kept a row of criterion_evidence, or an outcome; undefined when there is none.
 * @param day YYYY-MM-DD.
 */
export function evidenceState(
  kept: { full: boolean; freshUntil: string } | undefined,
  day: string,
): ComputedEvidence['state'] {
  if (!kept) return 'empty'
  return kept.full && kept.freshUntil >= day ? 'evidenced' : 'partial'
}
