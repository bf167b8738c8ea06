import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { UserActor } from '#lib/context.ts'
import { backerFilters, getCriterionPage, listBackers } from '#lib/evidence/criterion-page.ts'
import { labelProgress } from '#lib/evidence/progress.ts'
import { REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import { turn } from './measure.ts'
import type { Parameters } from './parameters.ts'
import type { QueryCase } from './queries.ts'

/** What the pages of the label ask: the progress of an organisation, and a criterion with who backs it. */
export function labelCases(db: Db, given: Parameters): QueryCase[] {
  const now = new Date()
  const idOf = (key: string) =>
    db.get<{ id: number }>(sql`SELECT id FROM organisation WHERE key = ${key}`).id
  const progress = (name: string, keys: readonly string[]): QueryCase => ({
    name: `progression label ${name}`,
    memo: 'semblables',
    run: (i) => {
      const key = turn(keys, i)
      const memberships = [{ organisationId: idOf(key), role: 'member' as const }]
      const actor: UserActor = {
        kind: 'user',
        id: 'bench',
        name: '',
        email: '',
        roles: [],
        memberships,
      }
      labelProgress({ db, now, actor }, key)
    },
  })
  return [
    progress('au hasard', given.organisations),
    progress('qui utilise le plus', given.largestOrganisations),
    {
      name: 'critère et qui l’appuie',
      memo: 'logiciels',
      run: (i) => {
        const page = getCriterionPage({ db }, REFERENCE_GRID, turn(given.criteria, i))
        if (page) listBackers({ db }, page.criterion.id, backerFilters.parse({}))
      },
    },
  ]
}
