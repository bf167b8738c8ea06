import { expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { closedGate, noteError } from '#lib/search/gate.ts'
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
    credentials: { key: false, issued: 0, waiting: 0 },
    repositories: {
      git: expect.stringMatching(/^\d+\./),
      followed: 0,
      failing: 0,
      lastHarvest: null,
    },
    search: {
      engine: 'fts5',
      documents: { software: 1, organisation: 1, function: 4 },
      lag: 1,
      meilisearch: null,
      lastError: null,
    },
  })
})

it('names the engine that answers, and what last went wrong without naming a host', () => {
  const context = makeTestContext()
  drainSearchOutbox(context)
  const access = { url: 'http://10.1.2.3:7700', key: 'secret', searchKey: '', prefix: 'p' }
  const gate = { ...closedGate(), ready: true, version: '1.50.0' }
  const documents = { software: 0, organisation: 0, function: 0 }

  expect(readHealth(context, { access, gate: { ...gate, documents } }).search).toMatchObject({
    engine: 'meilisearch',
    meilisearch: { version: '1.50.0', circuit: 'closed' },
  })

  noteError(gate, new Error('Request to http://10.1.2.3:7700 has failed'))
  const health = readHealth(context, { access, gate: { ...gate, circuit: 'open' } })
  expect(health.search).toMatchObject({ engine: 'fts5', lastError: { reason: 'failed' } })
  expect(JSON.stringify(health)).not.toMatch(/10\.1\.2\.3|secret/)
})

it('never passes simulated rows for real ones', () => {
  const context = makeTestContext()
  drainSearchOutbox(context)

  inTransaction(context.db, (tx) => writeDataset(tx, 'demo'))

  expect(readHealth(context).dataset).toBe('demo')
})

it('fails when the database does not answer', () => {
  const context = makeTestContext()
  context.db.$client.close()

  expect(() => readHealth(context)).toThrow('not open')
})
