import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { answersOf } from '#lib/applications/dossiers-of.ts'
import type { Context } from '#lib/context.ts'
import { getGrid, gridTitle, listEditionsHere, REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import type { CriterionView } from '#lib/label/grid-view.ts'
import { type AwardView, listAwardsOfOrganisation } from '#lib/label/queries.ts'
import { editionPhase } from '#lib/label/rules/edition-phase.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { computeEvidence } from './compute.ts'
import { backedNear, FEW_PEERS, peersOf, withoutOneself } from './peers.ts'
import { type BestStep, bestSteps } from './rules/best-steps.ts'
import { type Coverage, coverageOf, criterionState, isAnswered } from './rules/coverage.ts'
import { type NextStep, nextStep } from './rules/next-step.ts'
import type { ComputedEvidence, EvidenceState } from './schema.ts'
import { type CoverageOfYear, coverageByYear } from './years.ts'

interface Bilingual {
  fr: string
  en: string
}

export interface CriterionProgress {
  criterion: CriterionView
  state: EvidenceState
  evidence: ComputedEvidence | null
  /** What the organisation answers by hand; null when it does not. */
  answer: Record<string, string> | null
  step: NextStep | null
  /** The function that its rule is about, where it is one alone. */
  only: Bilingual | null
  /** Among organisations of its kind and size class. */
  peers: { backed: number; evidenced: number }
}

export interface AxisProgress {
  slug: string
  name: Bilingual
  coverage: Coverage
  /** Criteria of the axis that those like it back, on average, in tenths. */
  peersAverage: number
  criteria: CriterionProgress[]
}

export interface LabelProgress {
  organisation: {
    id: number
    key: string
    name: string
    kind: OrganisationKind
    departement: string
    sizeClass: string
  }
  grid: { key: string; title: Bilingual; note: Bilingual }
  /** Grids that it can be read against: ours, and those of the editions that can be applied for. */
  grids: Array<{ key: string; title: Bilingual; closesAt: string }>
  coverage: Coverage
  axes: AxisProgress[]
  best: BestStep[]
  peers: { all: number; known: number; few: boolean }
  years: CoverageOfYear[]
  awards: AwardView[]
  /** Whether nothing is on record yet: no use behind any criterion, no answer. */
  empty: boolean
}

/**
 * Where an organisation stands on a grid: coverage, never a level nor a score.
 * @returns undefined where there is no such organisation or grid. @throws SignInNeeded, Forbidden
 */
export function labelProgress(
  context: Context,
  key: string,
  gridKey = REFERENCE_GRID,
): LabelProgress | undefined {
  const { db, now } = context
  const row = db.select().from(organisation).where(eq(organisation.key, key)).get()
  if (!row) return undefined
  assertUserMay(context.actor, 'label.read-progress', row.id)
  const grids = gridsToRead(context)
  const grid = grids.some((item) => item.key === gridKey) ? getGrid(context, gridKey) : undefined
  if (!grid) return undefined
  const of = { organisationId: row.id, grid: grid.key }
  const computed = new Map(
    computeEvidence(context, { ...of, at: now }).map((item) => [item.criterion, item]),
  )
  const answers = answersOf(context, of)
  const place = { organisationKind: row.kind, departement: row.departement }
  const near = backedNear(context, grid.key, place)
  const names = new Map(
    functionTree(context).flatMap((group) => group.functions.map((item) => [item.slug, item.name])),
  )
  const own = grid.axes
    .flatMap(({ criteria }) => criteria)
    .filter(({ slug }) => (computed.get(slug)?.items.length ?? 0) > 0)
  const peers = withoutOneself(
    peersOf(context, grid.key, { ...place, sizeClass: row.sizeClass }),
    new Set(own.map(({ id }) => id)),
  )
  const axes = grid.axes.map(({ slug, name, criteria }): AxisProgress => {
    const items = criteria.map((criterion): CriterionProgress => {
      const evidence = computed.get(criterion.slug)
      const answer = answers.get(criterion.slug)
      const answered = isAnswered(answer)
      return {
        criterion,
        state: criterionState(evidence, answered),
        evidence: evidence ?? null,
        answer: answered ? (answer ?? null) : null,
        only: onlyFunction(criterion, names),
        step: nextStep(criterion, evidence, answered, near.get(criterion.id) ?? 0),
        peers: peers.backedBy.get(criterion.id) ?? { backed: 0, evidenced: 0 },
      }
    })
    const backed = items.reduce((sum, item) => sum + item.peers.backed, 0)
    return {
      slug,
      name,
      coverage: coverageOf(items.map(({ state }) => state)),
      peersAverage: peers.known === 0 ? 0 : Math.round((10 * backed) / peers.known) / 10,
      criteria: items,
    }
  })
  const all = axes.flatMap(({ criteria }) => criteria)
  return {
    organisation: {
      id: row.id,
      key: row.key,
      name: row.name,
      kind: row.kind as OrganisationKind,
      departement: row.departement,
      sizeClass: row.sizeClass,
    },
    grid: { key: grid.key, title: grid.title, note: grid.note },
    grids,
    coverage: coverageOf(all.map(({ state }) => state)),
    axes,
    best: bestSteps(all.map(({ criterion, step }) => ({ slug: criterion.slug, step }))),
    peers: { all: peers.all, known: peers.known, few: peers.known < FEW_PEERS },
    years: coverageByYear(context, row.id),
    awards: listAwardsOfOrganisation(context, row.id),
    empty: all.every(({ state }) => state === 'empty'),
  }
}

function onlyFunction(
  { rule }: CriterionView,
  names: ReadonlyMap<string, Bilingual>,
): Bilingual | null {
  if (rule?.rule !== 'any-software') return null
  const { functions, groups, business } = rule.software
  if (business || groups.length > 0 || functions.length !== 1) return null
  return names.get(functions[0] ?? '') ?? null
}

function gridsToRead(context: Pick<Context, 'db' | 'now'>): LabelProgress['grids'] {
  const open = listEditionsHere(context).filter((item) =>
    ['announced-opening', 'open'].includes(editionPhase(item, context.now)),
  )
  return [
    { key: REFERENCE_GRID, closesAt: '' },
    ...open.map(({ grid, closesAt }) => ({ key: grid, closesAt })),
  ].flatMap(({ key, closesAt }) => {
    const title = gridTitle(context, key)
    return title ? [{ key, title, closesAt }] : []
  })
}
