import type { Reach } from '../schema.ts'

/**
 * Who stands behind a need. Inhabitants are those of the communes alone: those of an intercommunalité or
 * a département are theirs already, and would count twice.
 */
export function reachOf(
  supporters: ReadonlyArray<{
    organisation: { kind: string; population: number | null }
    amount: number | null
  }>,
): Reach {
  const communes = supporters.filter(({ organisation }) => organisation.kind === 'commune')
  const given = supporters.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    organisations: supporters.length,
    communes: communes.length,
    inhabitants: sum(communes.map(({ organisation }) => organisation.population ?? 0)),
    amount: sum(given),
    amounts: given.length,
  }
}
