import type { Context } from '#lib/context.ts'
import type { ComputedEvidence } from './schema.ts'

/**
 * What the adoptions of an organisation say of every criterion of a grid that has a rule, at a moment:
 * now while a campaign is open, its closing date afterwards. Reads the rows themselves, not the projection.
 */
export function computeEvidence(
  _context: Pick<Context, 'db'>,
  _of: { organisationId: number; grid: string; at: Date },
): ComputedEvidence[] {
  return []
}
