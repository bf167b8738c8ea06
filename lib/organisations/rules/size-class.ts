import type { SizeClass } from '#lib/organisations/schema.ts'

const UPPER_BOUNDS: ReadonlyArray<readonly [number, SizeClass]> = [
  [500, 'lt-500'],
  [2_000, '500-2k'],
  [3_500, '2k-3500'],
  [10_000, '3500-10k'],
  [20_000, '10k-20k'],
  [50_000, '20k-50k'],
  [100_000, '50k-100k'],
  [Number.POSITIVE_INFINITY, 'gte-100k'],
]

/** The size class of a population in inhabitants; each class holds its lower bound, not its upper one. */
export function sizeClassOf(population: number | null): SizeClass {
  if (population === null) return 'unknown'
  for (const [bound, name] of UPPER_BOUNDS) if (population < bound) return name
  throw new Error(`no size class for a population of ${population}`)
}
