import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { provider } from '#db/schema/providers.ts'
import type { Context } from '#lib/context.ts'
import type { ProviderDetails } from '#lib/moderation/rules/case-view.ts'
import { servicesOf } from './internal/parts.ts'

/** What a moderator reads of a provider before deciding; undefined when it is gone. */
export function providerForModeration(
  { db }: Pick<Context, 'db'>,
  id: number,
): ProviderDetails | undefined {
  const row = db
    .select({ provider, key: organisation.key, name: organisation.name })
    .from(provider)
    .leftJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(eq(provider.id, id))
    .get()
  if (!row) return undefined
  const { slug, siren, kind, website, summaryFr, summaryEn } = row.provider
  return {
    kind: 'provider',
    slug,
    siren,
    providerKind: kind,
    website,
    summary: { fr: summaryFr, en: summaryEn },
    services: servicesOf(db, [id]).get(id) ?? [],
    organisation: row.key !== null && row.name !== null ? { key: row.key, name: row.name } : null,
  }
}
