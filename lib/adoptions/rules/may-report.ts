import type { OrganisationKind } from '#lib/organisations/schema.ts'

/** Bodies that run or supply software for others: their word on others counts as an operator's. */
const OPERATING_KINDS: readonly OrganisationKind[] = [
  'epci',
  'departement',
  'region',
  'syndicat',
  'operateur',
  'centre-de-gestion',
  'association',
  'etablissement-public',
]

/**
 * As what an organisation may say of others that they use a software: as its publisher, as an operator,
 * or not at all.
 * @param publishes whether it is the organisation behind the software's publisher.
 */
export function reportsAs(kind: string, publishes: boolean): 'publisher' | 'operator' | null {
  if (publishes) return 'publisher'
  return OPERATING_KINDS.includes(kind as OrganisationKind) ? 'operator' : null
}
