import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { departement, region } from '#db/schema/organisations.ts'
import { providerArea } from '#db/schema/providers.ts'
import type { Tx } from '#db/transaction.ts'
import { type Area, areaWord, type ProviderFault } from '../schema.ts'

/**
 * Writes where a provider serves, in the place of what was there. Everywhere holds the rest, and a région
 * its départements: what adds nothing is not kept.
 * @throws z.ZodError at `areas` for a code that no territory has.
 */
export function writeAreas(tx: Tx, providerId: number, areas: readonly Area[]): Area[] {
  const regions = new Set(
    tx
      .select({ code: region.code })
      .from(region)
      .all()
      .map(({ code }) => code),
  )
  const regionOf = new Map(
    tx
      .select({ code: departement.code, region: departement.region })
      .from(departement)
      .all()
      .map((row) => [row.code, row.region]),
  )
  for (const { kind, code } of areas) {
    const known =
      kind === 'national' || (kind === 'region' ? regions.has(code) : regionOf.has(code))
    if (known) continue
    const message: ProviderFault = 'area-unknown'
    throw new z.ZodError([{ code: 'custom', path: ['areas'], message, input: code }])
  }
  const asked = new Set(areas.map(areaWord))
  const kept = areas.filter(({ kind, code }, at) => {
    if (areas.findIndex((one) => areaWord(one) === areaWord({ kind, code })) !== at) return false
    if (kind === 'national') return true
    if (asked.has('national')) return false
    return kind === 'region' || !asked.has(`region:${regionOf.get(code)}`)
  })
  tx.delete(providerArea).where(eq(providerArea.providerId, providerId)).run()
  for (const area of kept)
    tx.insert(providerArea)
      .values({ providerId, ...area })
      .run()
  return kept
}
