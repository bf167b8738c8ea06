import { eq } from 'drizzle-orm'
import { criterionEvidence } from '#db/schema/evidence.ts'
import type { Context } from '#lib/context.ts'
import { REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import { gridCriteria } from './backed-criteria.ts'
import { computeEvidence } from './compute.ts'

export interface BackedCriterion {
  slug: string
  label: { fr: string; en: string }
  axis: { slug: string; name: { fr: string; en: string } }
  /** What it rests on: software in use, published, or told of; each once. */
  software: Array<{ slug: string; name: string }>
}

/**
 * The criteria of the reference grid that what is public of an organisation backs, with what they rest
 * on. No figure that it states of itself, and nothing of what it answers by hand.
 */
export function criteriaBackedBy(
  context: Pick<Context, 'db' | 'now'>,
  organisationId: number,
): { backed: BackedCriterion[]; of: number } {
  const criteria = gridCriteria(context.db)
  if (criteria.length === 0) return { backed: [], of: 0 }
  // Most organisations have nothing on record, and their page is asked for as often as another.
  if (!hasEvidence(context, organisationId)) return { backed: [], of: criteria.length }
  const computed = new Map(
    computeEvidence(context, { organisationId, grid: REFERENCE_GRID, at: context.now }).map(
      (item) => [item.criterion, item],
    ),
  )
  const backed = criteria.flatMap(({ slug, label, axis }) => {
    const items = computed.get(slug)?.items ?? []
    if (items.length === 0) return []
    const software = new Map(items.map((item) => [item.software.slug, item.software]))
    return [{ slug, label, axis, software: [...software.values()] }]
  })
  return { backed, of: criteria.length }
}

function hasEvidence({ db }: Pick<Context, 'db'>, organisationId: number): boolean {
  const row = db
    .select({ criterionId: criterionEvidence.criterionId })
    .from(criterionEvidence)
    .where(eq(criterionEvidence.organisationId, organisationId))
    .limit(1)
    .get()
  return row !== undefined
}
