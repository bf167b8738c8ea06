import { desc, eq } from 'drizzle-orm'
import { organisationYear } from '#db/schema/evidence.ts'
import { organisation } from '#db/schema/organisations.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { FIRST_YEAR } from './year-schema.ts'

/** What an organisation states of itself for a year. */
export interface YearFigures {
  year: number
  workstations: number | null
  servers: number | null
  serversVirtual: boolean | null
  schoolWorkstations: number | null
}

export interface OrganisationYears {
  key: string
  name: string
  /** The year under way. */
  current: number
  /** Years that can be stated, latest first. */
  years: number[]
  /** Those that are, latest first. */
  stated: YearFigures[]
}

/**
 * The yearly figures of an organisation, as its people see them.
 * @returns undefined where there is no such organisation. @throws SignInNeeded, Forbidden
 */
export function organisationYears(context: Context, key: string): OrganisationYears | undefined {
  const { db } = context
  const row = db
    .select({ id: organisation.id, key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (!row) return undefined
  assertUserMay(context.actor, 'label.state-figures', row.id)
  const current = Number(parisDay(context.now).slice(0, 4))
  return {
    key: row.key,
    name: row.name,
    current,
    years: Array.from({ length: current - FIRST_YEAR + 1 }, (_, ago) => current - ago),
    stated: db
      .select({
        year: organisationYear.year,
        workstations: organisationYear.workstations,
        servers: organisationYear.servers,
        serversVirtual: organisationYear.serversVirtual,
        schoolWorkstations: organisationYear.schoolWorkstations,
      })
      .from(organisationYear)
      .where(eq(organisationYear.organisationId, row.id))
      .orderBy(desc(organisationYear.year))
      .all(),
  }
}
