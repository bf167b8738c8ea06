import { answersOf, type DossierOfYear, dossiersOf } from '#lib/applications/dossiers-of.ts'
import type { Context } from '#lib/context.ts'
import { getGrid } from '#lib/label/grid-queries.ts'
import { computeEvidence } from './compute.ts'
import { type Coverage, coverageOf, criterionState, isAnswered } from './rules/coverage.ts'

export interface CoverageOfYear {
  year: number
  coverage: Coverage
  /** What it is read from: what was submitted, the closing date's evidence, or today's. */
  from: 'submitted' | 'closing' | 'today'
}

/**
 * The coverage of each edition that an organisation had a dossier for, in that edition's own grid: two
 * years compare only as far as their grids do.
 */
export function coverageByYear(
  context: Pick<Context, 'db' | 'now'>,
  organisationId: number,
): CoverageOfYear[] {
  return dossiersOf(context, organisationId).flatMap((dossier) => {
    if (dossier.state === 'withdrawn') return []
    if (dossier.submitted) return [submittedCoverage(dossier.year, dossier.submitted)]
    return [evidenceCoverage(context, organisationId, dossier)]
  })
}

function submittedCoverage(
  year: number,
  { axes }: NonNullable<DossierOfYear['submitted']>,
): CoverageOfYear {
  const states = axes.flatMap(({ criteria }) =>
    criteria.map(({ answer, evidence }) => criterionState(evidence, isAnswered(answer))),
  )
  return { year, coverage: coverageOf(states), from: 'submitted' }
}

function evidenceCoverage(
  context: Pick<Context, 'db' | 'now'>,
  organisationId: number,
  { year, grid, closesAt }: DossierOfYear,
): CoverageOfYear {
  const closed = closesAt !== '' && closesAt <= context.now.toISOString()
  const at = closed ? new Date(closesAt) : context.now
  const evidence = new Map(
    computeEvidence(context, { organisationId, grid, at }).map((item) => [item.criterion, item]),
  )
  const answers = answersOf(context, { organisationId, grid })
  const states = (getGrid(context, grid)?.axes ?? []).flatMap(({ criteria }) =>
    criteria.map(({ slug }) => criterionState(evidence.get(slug), isAnswered(answers.get(slug)))),
  )
  return { year, coverage: coverageOf(states), from: closed ? 'closing' : 'today' }
}
