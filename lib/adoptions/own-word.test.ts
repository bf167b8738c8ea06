import { describe, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import {
  anAdoption,
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { declareIn } from './commands/declare-in.ts'
import { type AdoptionInput, reportAdoptions } from './commands/report-adoptions.ts'
import { listAdoptionsOfOrganisation } from './queries.ts'

function aPair() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context)
  const organisation = anOrganisation(context, { population: 900 })
  const agent = aUser(context, { memberOf: [organisation] })
  const report = (overrides: Partial<AdoptionInput> = {}) =>
    reportAdoptions(context, [anAdoption(software, organisation, overrides)])
  const declare = (declaration: Record<string, string>) =>
    inTransaction(context.db, (tx) =>
      declareIn(tx, as(context, agent), {
        softwareId: software,
        organisationId: organisation,
        userId: agent.id,
        declaration,
      }),
    )
  const seen = () => listAdoptionsOfOrganisation(context, organisation).items[0]
  return { context, report, declare, seen }
}

const as = (context: Context, actor: Context['actor']): Context => ({ ...context, actor })

describe('what an organisation said of itself', () => {
  it('is not overwritten by a document that says otherwise', () => {
    const { context, report, declare, seen } = aPair()
    declare({ state: 'stopped', version: '7.1' })
    const before = contentsOf(context).adoption

    expect(report({ state: 'production', trust: 'reported' })).toEqual({
      created: 0,
      changed: 0,
      unchanged: 0,
      kept: 1,
    })

    expect(contentsOf(context).adoption).toEqual(before)
    expect(seen()).toMatchObject({ state: 'stopped', trust: 'confirmed' })
  })

  it('takes the place of what a document said of it, and keeps its source', () => {
    const { report, declare, seen } = aPair()
    report({ since: '2019', noteFr: 'Selon la presse.' })

    expect(declare({ state: 'pilot' })).toMatchObject({ outcome: 'changed' })

    expect(seen()).toMatchObject({
      state: 'pilot',
      trust: 'confirmed',
      since: '2019',
      reportedOn: '2026-01-15',
      note: { fr: 'Selon la presse.' },
      source: { title: 'Document de test' },
    })
  })
})
