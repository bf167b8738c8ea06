import type { Db } from '#db/client.ts'
import { getGrid, REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import type { CriterionView } from '#lib/label/grid-view.ts'
import { memoByVersion } from '#lib/memo.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { type CriteriaByFunction, criteriaByFunction } from './rules/criteria-of-functions.ts'

interface Bilingual {
  fr: string
  en: string
}

/** A criterion of the reference grid as other pages name it. */
export interface NamedCriterion {
  slug: string
  label: Bilingual
  axis: { slug: string; name: Bilingual }
}

export interface BackedCriteria {
  /** Every criterion of the reference grid that software can back, in its order. */
  criteria: readonly NamedCriterion[]
  /** By slug of a function: the slugs of the criteria that its software can back. */
  byFunction: CriteriaByFunction
}

type RuledCriterion = NamedCriterion & Pick<CriterionView, 'rule'>

/** Every criterion of the reference grid, in its order: read once while the catalogue does not change. */
export function gridCriteria(db: Db): readonly RuledCriterion[] {
  return memoByVersion(db, 'reference-criteria', () =>
    (getGrid({ db }, REFERENCE_GRID)?.axes ?? []).flatMap(({ slug, name, criteria }) =>
      criteria.map((item) => ({
        slug: item.slug,
        label: item.label,
        axis: { slug, name },
        rule: item.rule,
      })),
    ),
  )
}

/** What software can back, by function: likewise. */
export function backedCriteria(db: Db): BackedCriteria {
  return memoByVersion(db, 'backed-criteria', () => {
    const all = gridCriteria(db)
    const byFunction = criteriaByFunction(all, functionTree({ db }))
    const backed = new Set([...byFunction.any.values(), ...byFunction.main.values()].flat())
    return { criteria: all.filter(({ slug }) => backed.has(slug)), byFunction }
  })
}

/**
 * The criteria that a software can back, in the order of the reference grid.
 * @param functions of the software, the main one first.
 */
export function criteriaOfSoftware(
  { db }: { db: Db },
  functions: ReadonlyArray<{ slug: string }>,
): NamedCriterion[] {
  const { criteria, byFunction } = backedCriteria(db)
  const backed = new Set([
    ...functions.flatMap(({ slug }) => byFunction.any.get(slug) ?? []),
    ...(byFunction.main.get(functions[0]?.slug ?? '') ?? []),
  ])
  return criteria
    .filter(({ slug }) => backed.has(slug))
    .map(({ slug, label, axis }) => ({ slug, label, axis }))
}
