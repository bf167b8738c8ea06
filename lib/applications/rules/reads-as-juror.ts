import type { Rightholder } from '#lib/accounts/rules/rights.ts'

/**
 * Whether a juror reads a file: it is assigned to them, and neither they nor the service know of a link
 * with the candidate. Membership is such a link, whatever was declared.
 */
export function readsAsJuror(
  who: Rightholder,
  organisationId: number,
  assignment: { conflictAt: string } | undefined,
): boolean {
  if (who.kind !== 'user' || !who.roles.includes('juror')) return false
  if (assignment === undefined || assignment.conflictAt !== '') return false
  return !who.memberships.some((item) => item.organisationId === organisationId)
}
