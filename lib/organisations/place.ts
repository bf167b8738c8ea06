import { sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'
import { findOrganisations } from './queries.ts'
import { typedName } from './rules/typed-name.ts'
import { type OrganisationKind, organisationFilters } from './schema.ts'

export interface OrganisationPlace {
  key: string
  name: string
  kind: OrganisationKind
  departement: string
  place: { epciId: number | null; departement: string; region: string }
}

/**
 * The organisation that a visitor means, by its key, a code or its name (the exact name first, then the
 * most inhabitants; within a département where one follows), and where it is. An EPCI is its own
 * intercommunalité.
 */
export function findPlace(
  context: Pick<Context, 'db'>,
  text: string,
): OrganisationPlace | undefined {
  const { db } = context
  type Row = Omit<OrganisationPlace, 'place'> & {
    id: number
    region: string
    epciId: number | null
  }
  const read = (key: string) =>
    db.get<Row | undefined>(sql`SELECT id, key, name, kind, departement, region, epci_id AS epciId
      FROM organisation WHERE key = ${key}`)
  const asked = organisationFilters.parse(typedName(text))
  const [found] = findOrganisations(context, asked).items
  const row = read(text) ?? (found && read(found.key))
  if (!row) return undefined
  const { id, region, epciId, ...shown } = row
  return {
    ...shown,
    place: {
      epciId: shown.kind === 'epci' ? id : epciId,
      departement: shown.departement,
      region,
    },
  }
}
