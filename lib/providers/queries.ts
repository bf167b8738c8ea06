import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { provider, providerReference } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { areasOf, type ServedSoftware, serviceKinds, servicesOf } from './internal/parts.ts'
import type { Area, ProviderKind, ServiceKind } from './schema.ts'

type Reading = Pick<Context, 'db'>

/** Rows of references on one page. */
const REFERENCES_PAGE_SIZE = 50

/** A reference that its organisation has confirmed: nothing in it names a person. */
export interface PublicReference {
  id: number
  organisation: { key: string; name: string; departement: string }
  software: { slug: string; name: string }
  kinds: ServiceKind[]
  since: string
  /** Day of the organisation's word. */
  confirmedOn: string
}

export interface ProviderView {
  slug: string
  name: string
  kind: ProviderKind
  siren: string
  website: string
  summary: { fr: string; en: string }
  organisation: { key: string; name: string } | null
  services: ServedSoftware[]
  areas: Area[]
  references: {
    total: number
    /** Organisations that have confirmed one or more. */
    organisations: number
    page: number
    pages: number
    items: PublicReference[]
  }
}

/** A published provider, as everyone sees it; undefined for any other. */
export function getProvider({ db }: Reading, slug: string, asked = 1): ProviderView | undefined {
  const row = db
    .select({ provider, key: organisation.key, organisation: organisation.name })
    .from(provider)
    .leftJoin(organisation, eq(organisation.id, provider.organisationId))
    .where(and(eq(provider.slug, slug), eq(provider.state, 'published')))
    .get()
  if (!row) return undefined
  const { id, name, kind, siren, website, summaryFr, summaryEn } = row.provider
  const confirmed = and(
    eq(providerReference.providerId, id),
    eq(providerReference.state, 'confirmed'),
  )
  const { total = 0, organisations = 0 } =
    db
      .select({
        total: sql<number>`count(*)`,
        organisations: sql<number>`count(DISTINCT ${providerReference.organisationId})`,
      })
      .from(providerReference)
      .where(confirmed)
      .get() ?? {}
  const pages = Math.max(1, Math.ceil(total / REFERENCES_PAGE_SIZE))
  const page = Math.min(asked, pages)
  const items = referenceRows({ db })
    .where(confirmed)
    .orderBy(asc(software.nameKey), asc(organisation.nameKey), asc(providerReference.id))
    .limit(REFERENCES_PAGE_SIZE)
    .offset((page - 1) * REFERENCES_PAGE_SIZE)
    .all()
    .map(shownReference)
  return {
    slug,
    name,
    kind,
    siren,
    website,
    summary: { fr: summaryFr, en: summaryEn },
    organisation:
      row.key !== null && row.organisation !== null
        ? { key: row.key, name: row.organisation }
        : null,
    services: servicesOf(db, [id]).get(id) ?? [],
    areas: areasOf(db, [id]).get(id) ?? [],
    references: { total, organisations, page, pages, items },
  }
}

/** How many of the references of an organisation its page lists. */
const LISTED = 100

/** Whom an organisation says it works with: the latest confirmed first. */
export function providersOfOrganisation(
  { db }: Reading,
  organisationId: number,
): Array<PublicReference & { provider: { slug: string; name: string } }> {
  return referenceRows({ db })
    .innerJoin(
      provider,
      and(eq(provider.id, providerReference.providerId), eq(provider.state, 'published')),
    )
    .where(
      and(
        eq(providerReference.organisationId, organisationId),
        eq(providerReference.state, 'confirmed'),
      ),
    )
    .orderBy(desc(providerReference.decidedAt), asc(providerReference.id))
    .limit(LISTED)
    .all()
    .map((row) => ({
      ...shownReference(row),
      provider: { slug: row.provider.slug, name: row.provider.name },
    }))
}

const referenceRows = ({ db }: Reading) =>
  db
    .select()
    .from(providerReference)
    .innerJoin(software, eq(software.id, providerReference.softwareId))
    .innerJoin(organisation, eq(organisation.id, providerReference.organisationId))
    .$dynamic()

function shownReference(row: {
  provider_reference: typeof providerReference.$inferSelect
  software: { slug: string; name: string }
  organisation: { key: string; name: string; departement: string }
}): PublicReference {
  const { id, kinds, since, decidedAt } = row.provider_reference
  const { key, name, departement } = row.organisation
  return {
    id,
    organisation: { key, name, departement },
    software: { slug: row.software.slug, name: row.software.name },
    kinds: serviceKinds(kinds),
    since,
    confirmedOn: decidedAt.slice(0, 10),
  }
}
