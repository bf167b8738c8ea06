import { expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { anAdoption, anOrganisation, aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { readHealth } from './health.ts'
import { writeDataset } from './meta.ts'

it('says what the service holds, and what the search has yet to read', () => {
  const context = makeTestContext()
  someFunctions(context)
  const [software, organisation] = [aSoftware(context), anOrganisation(context)]
  drainSearchOutbox(context)

  reportAdoptions(context, [anAdoption(software, organisation)])

  expect(readHealth(context)).toEqual({
    status: 'ok',
    dataset: 'real',
    software: 1,
    organisations: 1,
    uses: 1,
    search: { engine: 'fts5', outbox: 1 },
  })
})

it('never passes simulated rows for real ones', () => {
  const context = makeTestContext()

  inTransaction(context.db, (tx) => writeDataset(tx, 'demo'))

  expect(readHealth(context).dataset).toBe('demo')
})

it('fails when the database does not answer', () => {
  const context = makeTestContext()
  context.db.$client.close()

  expect(() => readHealth(context)).toThrow('not open')
})
