import type { AdoptionTrust, TrustCount } from '#lib/adoptions/schema.ts'

const FIELDS = {
  confirmed: 'confirmed',
  reported: 'reported',
  'to-reconfirm': 'toReconfirm',
} as const

/** A count of uses with some more of one trust; what is contested is no use and counts nowhere. */
export function addUses(count: TrustCount, trust: AdoptionTrust, n: number): TrustCount {
  if (trust === 'contested') return count
  const field = FIELDS[trust]
  return { ...count, [field]: count[field] + n, total: count.total + n }
}
