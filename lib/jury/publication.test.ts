import { beforeEach, describe, expect, it } from 'vitest'
import { application, applicationEvent } from '#db/schema/applications.ts'
import { award } from '#db/schema/label.ts'
import { mailMessage } from '#db/schema/mail.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { listAwardsOfEdition, listAwardsOfOrganisation } from '#lib/label/queries.ts'
import { catalogueVersion } from '#lib/meta.ts'
import { anOrganisation, aUser, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import {
  allFinished,
  announcedOf,
  aSubmittedApplication,
  assigned,
  closedOf,
  publishedOf,
  typedDecision,
} from '#lib/testing/jury.ts'
import { anOpenEdition } from '#lib/testing/label.ts'
import { getResultForCandidate } from './candidate-result.ts'
import { announceDue } from './commands/announce.ts'
import { confirmResults, reopenResults } from './commands/confirm-results.ts'
import { decide } from './commands/decide.ts'
import { peopleOfLaureates } from './laureates.ts'

const SITE = { siteUrl: 'https://catalogue.example.fr' }

let server: Context
let candidate: number
let file: number
let organiser: UserActor
let member: UserActor

const at = (now: Date, actor = server.actor): Context => ({ ...server, now, actor })
const closed = () => at(closedOf(server), organiser)
const confirmed = () => confirmResults(closed(), { year: 2026, without: false })
const result = (now: Date, actor: Context['actor'] = member) =>
  getResultForCandidate(at(now, actor), file)
const mails = () => server.db.select().from(mailMessage).all()

/** A file that the jury has read and decided on. */
function decided(organisationId: number, level: string, namesPublic = false): number {
  const id = aSubmittedApplication(server, { organisationId, row: { namesPublic } })
  const jurors = [1, 2].map(() => aUser(server, { roles: ['juror'] }))
  assigned({ ...closed(), actor: organiser }, id, jurors)
  allFinished(closed(), id)
  decide(closed(), { applicationId: id, typed: typedDecision(level, { feedback: 'Continuez.' }) })
  return id
}

beforeEach(() => {
  server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  anOpenEdition(server)
  candidate = anOrganisation(server, { name: 'Lauréate' })
  organiser = aUser(server, { roles: ['label-organiser'] })
  member = aUser(server, { memberOf: [candidate] })
  file = decided(candidate, '4')
})

describe('the results of an edition', () => {
  it('are announced at their date, once, to the two people of each file', () => {
    confirmed()
    const before = at(new Date(announcedOf(server).getTime() - 2 * 86_400_000))
    expect(announceDue(before, SITE)).toEqual({ announced: 0, published: 0 })
    expect(mails()).toEqual([])
    expect(announceDue(at(announcedOf(server)), SITE)).toEqual({ announced: 1, published: 0 })
    expect(mails().map(({ recipient }) => recipient)).toEqual([
      `responsable-${candidate}@mairie-exemple.fr`,
      `elu-${candidate}@mairie-exemple.fr`,
    ])
    expect(announceDue(at(announcedOf(server)), SITE)).toEqual({ announced: 0, published: 0 })
    expect(mails()).toHaveLength(2)
  })

  it('are read by their candidate from then on, and by nobody else', () => {
    confirmed()
    expect(result(announcedOf(server))).toBeNull()
    announceDue(at(announcedOf(server)), SITE)
    expect(result(announcedOf(server))).toMatchObject({
      level: { value: '4', fr: 'niveau 4' },
      feedback: 'Continuez.',
      isPublic: false,
    })
    expect(() => result(announcedOf(server), aUser(server))).toThrow('pas le droit')
    expect(listAwardsOfOrganisation(at(announcedOf(server)), candidate)).toEqual([])
    expect(server.db.select().from(award).all()).toEqual([])
  })

  it('are hidden again where the organiser moves the date on', () => {
    confirmed()
    announceDue(at(announcedOf(server)), SITE)
    expect(result(closedOf(server))).toBeNull()
  })

  it('are public at their own date, and what was kept of the pages is made anew', () => {
    confirmed()
    announceDue(at(announcedOf(server)), SITE)
    const version = catalogueVersion(server.db)
    expect(announceDue(at(publishedOf(server)), SITE)).toEqual({ announced: 0, published: 1 })
    expect(catalogueVersion(server.db)).toBeGreaterThan(version)
    expect(listAwardsOfEdition(at(publishedOf(server)), 2026)).toMatchObject([
      { name: 'Lauréate', level: 4, distinction: '', given: true },
    ])
    announceDue(at(publishedOf(server)), SITE)
    expect(server.db.select().from(award).all()).toHaveLength(1)
    expect(mails()).toHaveLength(4)
  })

  it('come both at once to a service that slept, with one mail each', () => {
    confirmed()
    expect(announceDue(at(publishedOf(server)), SITE)).toEqual({ announced: 1, published: 1 })
    expect(mails()).toHaveLength(2)
    const kinds = server.db.select({ kind: applicationEvent.kind }).from(applicationEvent).all()
    expect(kinds.map(({ kind }) => kind).slice(-2)).toEqual(['announced', 'published'])
  })

  it('happen whole or not at all', () => {
    const other = decided(anOrganisation(server), '3')
    confirmed()
    server.db.$client.exec(
      `CREATE TRIGGER killed BEFORE UPDATE ON application WHEN NEW.id = ${other}
        BEGIN SELECT RAISE(ABORT, 'killed'); END`,
    )
    expect(() => announceDue(at(publishedOf(server)), SITE)).toThrow('killed')
    expect(mails()).toEqual([])
    expect(server.db.select().from(award).all()).toEqual([])
    expect(
      server.db
        .select()
        .from(application)
        .all()
        .map(({ state }) => state),
    ).toEqual(['deliberated', 'deliberated'])
    server.db.$client.exec('DROP TRIGGER killed')
    expect(announceDue(at(publishedOf(server)), SITE)).toEqual({ announced: 2, published: 2 })
    expect(mails()).toHaveLength(4)
  })

  it('wait for the organiser, whatever the date', () => {
    expect(announceDue(at(publishedOf(server)), SITE)).toEqual({ announced: 0, published: 0 })
    expect(result(publishedOf(server))).toBeNull()
  })

  it('say nothing of a file without a decision, and nothing in public of one without an award', () => {
    const late = anOrganisation(server)
    aSubmittedApplication(server, { organisationId: late })
    const none = decided(anOrganisation(server), 'none')
    expect(confirmed).toThrow('Il reste 1 dossier sans décision')
    confirmResults(closed(), { year: 2026, without: true })
    expect(announceDue(at(publishedOf(server)), SITE)).toEqual({ announced: 2, published: 2 })
    expect(listAwardsOfEdition(at(publishedOf(server)), 2026)).toHaveLength(1)
    expect(getResultForCandidate(at(publishedOf(server), organiser), none)?.level).toBeNull()
  })

  it('do not change once they are confirmed, until that is taken back', () => {
    confirmed()
    const typed = typedDecision('5', { seen: closed().now.toISOString() })
    expect(() => decide(closed(), { applicationId: file, typed })).toThrow(Conflict)
    reopenResults(closed(), { year: 2026 })
    decide(closed(), { applicationId: file, typed })
    confirmed()
    announceDue(at(announcedOf(server)), SITE)
    expect(result(announcedOf(server))?.level?.value).toBe('5')
    expect(() => reopenResults(closed(), { year: 2026 })).toThrow(Conflict)
    expect(() => decide(closed(), { applicationId: file, typed })).toThrow(Conflict)
  })

  it('name the two people only where they agreed', () => {
    const open = anOrganisation(server, { key: 'nommee', siren: null })
    decided(open, '2', true)
    confirmed()
    expect(peopleOfLaureates(at(publishedOf(server)), 2026).size).toBe(0)
    announceDue(at(publishedOf(server)), SITE)
    expect([...peopleOfLaureates(at(publishedOf(server)), 2026)]).toEqual([
      [
        'nommee',
        {
          responsible: { name: 'Camille Durand', office: 'Directrice du numérique' },
          elected: { name: 'Dominique Petit', office: 'Adjoint au numérique' },
        },
      ],
    ])
    server.db.update(application).set({ namesPublic: false }).run()
    expect(peopleOfLaureates(at(publishedOf(server)), 2026).size).toBe(0)
  })
})
