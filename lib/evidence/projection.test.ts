import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { testimonial } from '#db/schema/adoption-life.ts'
import { inTransaction } from '#db/transaction.ts'
import { confirmAdoptions } from '#lib/adoptions/commands/confirm-adoptions.ts'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import { settleTestimonial } from '#lib/adoptions/commands/settle-testimonial.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { loadFunctions } from '#lib/software/commands/load-functions.ts'
import { mergeSoftwareIn } from '#lib/software/commands/merge-software-in.ts'
import {
  anAdoption,
  anEntry,
  anOrganisation,
  anOrganisationInput,
  aPublisher,
  aSiren,
  aSoftware,
  aUser,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGridOfEveryRule } from '#lib/testing/evidence.ts'
import { aGrid, anOpenEdition } from '#lib/testing/label.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { compareEvidence, recomputeEvidence } from './commands/recompute-evidence.ts'
import { refreshDueEvidence } from './commands/refresh-evidence.ts'
import { startEvidence } from './evidence-task.ts'

const TOWN = anOrganisationInput({ siren: aSiren(), key: 'ville', name: 'Ville' })

function aTown() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  aGrid(server, 'reference', aGridOfEveryRule())
  const softwareId = aSoftware(server)
  loadOrganisations(server, [TOWN], SOURCE)
  const { id } = server.db.$client
    .prepare("SELECT id FROM organisation WHERE key = 'ville'")
    .get() as { id: number }
  const agent: Context = { ...server, actor: aUser(server, { memberOf: [id] }) }
  const declare = (state = 'production') =>
    declareAdoption(agent, { organisation: 'ville', software: 'openexemple', state })
  return { server, agent, softwareId, organisationId: id, declare }
}

/** Criteria that the projection keeps something of. */
const kept = (context: Context) =>
  context.db.$client
    .prepare(`SELECT c.slug FROM criterion_evidence e JOIN criterion c ON c.id = e.criterion_id
      WHERE c.grid = 'reference' ORDER BY c.slug`)
    .pluck()
    .all()
    .map((slug) => String(slug).replace('logiciels.', ''))

const EXACT = { differences: 0, due: 0 }
const drain = ({ db, now }: Context) => {
  while (refreshDueEvidence(db, now, 2) > 0);
}

describe('the projection follows at once', () => {
  it('a declaration, its end and its life', () => {
    const { server, declare } = aTown()
    declare()
    expect(kept(server)).toEqual(['chronologie', 'elections', 'nombre'])
    expect(compareEvidence(server)).toEqual(EXACT)

    declare('pilot')
    expect(kept(server)).toEqual([])
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('a word on what others reported', () => {
    const { server, agent, softwareId, organisationId } = aTown()
    reportAdoptions(server, [anAdoption(softwareId, organisationId)])
    drain(server)
    const row = () =>
      server.db.$client.prepare('SELECT max(fresh_until) AS day FROM criterion_evidence').get()
    expect(row()).toEqual({ day: '' })

    confirmAdoptions(agent, { organisationId, adoptions: '1.1' })

    expect(row()).toEqual({ day: '2027-01-15' })
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('a testimonial that a moderator publishes', () => {
    const { server, declare } = aTown()
    declare()
    server.db
      .insert(testimonial)
      .values({
        adoptionId: 1,
        body: 'Bien.',
        locale: 'fr',
        state: 'waiting',
        createdAt: server.now.toISOString(),
      })
      .run()
    expect(kept(server)).not.toContain('temoignages')

    inTransaction(server.db, (tx) => settleTestimonial(tx, server, 1, true))

    expect(kept(server)).toContain('temoignages')
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('what an organisation is: its département', () => {
    const { server, declare } = aTown()
    declare()
    loadOrganisations(server, [{ ...TOWN, departement: '84' }], SOURCE)
    drain(server)
    expect(contentsOf(server).criterion_evidence).toMatchObject([
      { departement: '84' },
      { departement: '84' },
      { departement: '84' },
    ])
  })
})

describe('the projection follows within seconds, where many may be concerned', () => {
  it('documents', () => {
    const { server, softwareId, organisationId } = aTown()
    reportAdoptions(server, [anAdoption(softwareId, organisationId)])
    expect(compareEvidence(server).due).toBe(1)
    drain(server)
    expect(kept(server)).toEqual(['chronologie', 'elections', 'nombre'])
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('an entry that gets another function', () => {
    const { server, declare } = aTown()
    declare()
    const entry = anEntry({ functions: ['supervision'] })
    importSoftware(server, [{ slug: 'openexemple', entry }])
    drain(server)
    expect(kept(server)).toEqual(['chronologie', 'part-postes', 'part-systemes'])
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('the tree of functions', () => {
    const { server, declare } = aTown()
    declare()
    loadFunctions(server, [
      {
        slug: 'elections',
        name: { fr: 'Élections', en: 'Elections' },
        business: false,
        functions: [],
      },
    ])
    drain(server)
    expect(kept(server)).toEqual(['chronologie', 'elections'])
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('who publishes', () => {
    const { server } = aTown()
    const repository = 'https://forge.example.org/openexemple'
    const { sources } = anEntry() as { sources: Array<{ covers: string[] }> }
    const covered = sources.map((item) => ({ ...item, covers: [...item.covers, 'repository'] }))
    const entry = anEntry({ repository, sources: covered })
    expect(importSoftware(server, [{ slug: 'openexemple', entry }]).skipped).toEqual([])
    aPublisher(server, { siren: TOWN.siren ?? '' })
    drain(server)
    expect(kept(server)).toEqual(['contributions', 'publications'])

    aPublisher(server)
    drain(server)
    expect(kept(server)).toEqual([])
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('two entries that become one', () => {
    const { server, agent, softwareId, declare } = aTown()
    const other = aSoftware(server, { slug: 'openvieux', name: 'openVieux' })
    declare()
    declareAdoption(agent, { organisation: 'ville', software: 'openvieux', state: 'production' })
    reportAdoptions(server, [anAdoption(other, anOrganisation(server))])
    drain(server)
    const of = { fromSlug: 'openvieux', intoId: softwareId, why: 'Le même.' }
    inTransaction(server.db, (tx) => mergeSoftwareIn(tx, server, of))
    drain(server)
    expect(kept(server)).toHaveLength(6)
    expect(compareEvidence(server)).toEqual(EXACT)
  })

  it('done by the service as it runs', async () => {
    const { server, softwareId, organisationId } = aTown()
    reportAdoptions(server, [anAdoption(softwareId, organisationId)])
    const said: string[] = []
    const task = startEvidence({ db: server.db, log: (sentence) => said.push(sentence) })
    await expect.poll(() => kept(server).length).toBe(3)
    await task.stop()
    await sleep(0)
    expect(said).toEqual([])
  })
})

describe('computing all anew', () => {
  it('gives what the rows say, for the grids that are live, and forgets the others', () => {
    const { server, declare } = aTown()
    declare()
    const year = anOpenEdition(server)
    server.db.$client.exec('UPDATE criterion_evidence SET items = 99, value = 99')
    expect(compareEvidence(server).differences).toBeGreaterThan(0)

    expect(recomputeEvidence(server)).toBe(1)
    expect(compareEvidence(server)).toEqual(EXACT)
    const ofEdition = () =>
      server.db.$client
        .prepare(`SELECT count(*) FROM criterion_evidence e JOIN criterion c ON c.id = e.criterion_id
          WHERE c.grid = ?`)
        .pluck()
        .get(String(year))
    expect(ofEdition()).toBe(2)

    recomputeEvidence({ ...server, now: new Date('2026-04-01T12:00:00Z') })
    expect(ofEdition()).toBe(0)
  })

  it('is for whoever runs the server', () => {
    const { agent } = aTown()
    expect(() => recomputeEvidence(agent)).toThrow(Forbidden)
  })
})
