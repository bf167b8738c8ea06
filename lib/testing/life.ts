import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { type AdoptionInput, reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Actor, Context } from '#lib/context.ts'
import {
  anAdoption,
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from './builders.ts'
import { makeTestContext } from './context.ts'

/** A commune with an agent, and a software that it may use. */
export function aCommune() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const softwareId = aSoftware(context)
  const organisationId = anOrganisation(context, { key: 'commune', name: 'Arles', population: 900 })
  const agent = aUser(context, { memberOf: [organisationId] })
  const as = (actor: Actor, at?: string): Context => ({
    ...context,
    actor,
    ...(at ? { now: new Date(at) } : {}),
  })
  /** As the agent, now or at another time. */
  const asAgent = (at?: string) => as(agent, at)
  const report = (overrides: Partial<AdoptionInput> = {}) =>
    reportAdoptions(context, [anAdoption(softwareId, organisationId, overrides)])
  const row = () =>
    context.db.$client.prepare('SELECT * FROM adoption WHERE software_id = ?').get(softwareId) as {
      id: number
      state: string
      trust: string
      origin: string
      revision: number
      confirmed_at: string
      reported_on: string
    }
  return { context, softwareId, organisationId, agent, as, asAgent, report, row }
}

/** Kinds of the history of every adoption, oldest first. */
export function eventsOf({ db }: Pick<Context, 'db'>): string[] {
  return db.$client.prepare('SELECT kind FROM adoption_event ORDER BY id').pluck().all() as string[]
}

/** Figures that differ from the rows: none, as long as every command moves what it changes. */
export function wrongFigures(context: Pick<Context, 'db'>): string[] {
  return Object.entries(compareFigures(context))
    .filter(([, count]) => count > 0)
    .map(([table]) => table)
}
