import { sql } from 'drizzle-orm'
import { type CostsAvoided, costsOfSoftware } from '#lib/adoptions/costs.ts'
import { countOtherAdoptions } from '#lib/adoptions/queries.ts'
import type { Context } from '#lib/context.ts'
import { criteriaOfSoftware, type NamedCriterion } from '#lib/evidence/backed-criteria.ts'
import type { SoftwareView } from '#lib/software/get-software.ts'
import { type Activity, activityOf } from '../activity.ts'

/** What a comparison shows of an entry and its own row does not hold. */
export interface Facts {
  activity: Activity
  costs: CostsAvoided
  stops: number
  criteria: NamedCriterion[]
  providers: number
  needs: number
}

/** Each by an index: five entries are read for one page. */
export function factsOf(
  context: Pick<Context, 'db' | 'now'>,
  entry: Pick<SoftwareView, 'id' | 'functions'>,
): Facts {
  const { db } = context
  const { providers, needs } = db.get<{ providers: number; needs: number }>(sql`SELECT
    (SELECT count(DISTINCT s.provider_id) FROM provider_service s
      JOIN provider p ON p.id = s.provider_id
      WHERE s.software_id = ${entry.id} AND p.state = 'published') AS providers,
    (SELECT count(*) FROM need WHERE software_id = ${entry.id} AND state = 'open') AS needs`)
  return {
    activity: activityOf(context, entry.id),
    costs: costsOfSoftware(context, entry.id),
    stops: countOtherAdoptions(context, entry.id).stopped ?? 0,
    criteria: criteriaOfSoftware(context, entry.functions),
    providers,
    needs,
  }
}
