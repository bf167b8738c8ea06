import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { providerArea, providerService } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import { AREA_KINDS, type Area, SERVICE_KINDS, type ServiceKind } from '../schema.ts'

export interface ServedSoftware {
  slug: string
  name: string
  kinds: ServiceKind[]
}

const inOrder = (kinds: readonly string[]): ServiceKind[] =>
  SERVICE_KINDS.filter((kind) => kinds.includes(kind))

/** Kinds of service as a row keeps them, in the order of pages; what is none is left out. */
export const serviceKinds = inOrder

/** What providers do, software by software in the order of names, by id of the provider. */
export function servicesOf(db: Db, providerIds: readonly number[]): Map<number, ServedSoftware[]> {
  const services = new Map<number, ServedSoftware[]>(providerIds.map((id) => [id, []]))
  if (providerIds.length === 0) return services
  const rows = db
    .select({
      providerId: providerService.providerId,
      slug: software.slug,
      name: software.name,
      kinds: sql<string>`group_concat(${providerService.kind})`,
    })
    .from(providerService)
    .innerJoin(software, eq(software.id, providerService.softwareId))
    .where(inArray(providerService.providerId, [...providerIds]))
    .groupBy(providerService.providerId, software.id)
    .orderBy(asc(software.nameKey), asc(software.id))
    .all()
  for (const { providerId, slug, name, kinds } of rows) {
    services.get(providerId)?.push({ slug, name, kinds: inOrder(kinds.split(',')) })
  }
  return services
}

/** Where providers serve, the largest areas first, by id of the provider. */
export function areasOf(db: Db, providerIds: readonly number[]): Map<number, Area[]> {
  const areas = new Map<number, Area[]>(providerIds.map((id) => [id, []]))
  if (providerIds.length === 0) return areas
  const rows = db
    .select()
    .from(providerArea)
    .where(inArray(providerArea.providerId, [...providerIds]))
    .orderBy(asc(providerArea.code))
    .all()
  for (const kind of AREA_KINDS) {
    for (const row of rows) {
      if (row.kind === kind) areas.get(row.providerId)?.push({ kind, code: row.code })
    }
  }
  return areas
}
