import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { rulesOf } from '#lib/label/grid-queries.ts'
import { readCatalogue, selectedBy } from './internal/read-catalogue.ts'
import { readFacts } from './internal/read-facts.ts'
import { computed } from './rules/computed.ts'
import { evaluate } from './rules/evaluate.ts'
import type { ComputedEvidence } from './schema.ts'

/**
 * What the adoptions of an organisation say of every criterion of a grid that has a rule, at a moment:
 * now while a campaign is open, its closing date afterwards (label-tnl.md 5, "Reference date D"). Reads
 * the rows themselves, not the projection.
 */
export function computeEvidence(
  { db }: Pick<Context, 'db'>,
  { organisationId, grid, at }: { organisationId: number; grid: string; at: Date },
): ComputedEvidence[] {
  const rules = rulesOf({ db }, [grid])
  const day = parisDay(at)
  const catalogue = readCatalogue(db, [organisationId])
  const facts = readFacts(db, [organisationId], catalogue, { at, day }).get(organisationId)
  if (!facts) return []
  return rules.map(({ slug, rule }) =>
    computed(slug, rule.rule, evaluate(rule, selectedBy(rule, catalogue), facts), day),
  )
}
