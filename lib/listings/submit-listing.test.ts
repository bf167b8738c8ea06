import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { fieldDifference, fieldOrigin } from '#db/schema/provenance.ts'
import { publisherEvent, publisherMember } from '#db/schema/publishers.ts'
import { publisher, software } from '#db/schema/software.ts'
import { deleteAccount } from '#lib/accounts/commands/my-account.ts'
import { myData } from '#lib/accounts/my-account.ts'
import type { Context } from '#lib/context.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { getCase } from '#lib/moderation/get-case.ts'
import { verifyPublisher } from '#lib/publishers/verification.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import {
  anOrganisation,
  aPublisher,
  aSiren,
  aSoftware,
  aUser,
  publisherIdOf,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { ADDRESS, aTownsReading, by, completed, forgeOf } from '#lib/testing/listings.ts'
import { auditOf, outboxOf } from '#lib/testing/traces.ts'
import { dropListing } from './commands/change-listing.ts'
import { freshenCase } from './commands/settle-listing.ts'
import { startListing } from './commands/start-listing.ts'
import { submitListing } from './commands/submit-listing.ts'
import { getListing } from './queries.ts'

const WHY = 'Le dépôt et l’éditeur sont ce qu’ils disent.'

function aCatalogue() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  aPublisher(server)
  drainSearchOutbox(server)
  const person = aUser(server)
  const moderator: Context = by(server, aUser(server, { roles: ['moderator'] }))
  return { server, person: by(server, person) as Context, moderator }
}

const started = async (context: Context, reading = aTownsReading()) =>
  (await startListing(context, { address: `${ADDRESS}.git` }, forgeOf(reading))).listingId

const softwareNamed = ({ db }: Context, name: string) =>
  db.select().from(software).where(eq(software.name, name)).get()

describe('a completed listing', () => {
  it('keeps what was typed, whatever is wrong with it', async () => {
    const { person } = aCatalogue()
    const id = await started(person)
    const form = completed({ functions: '', licence: 'Proprietary', publisherSiren: '123456789' })

    const sent = submitListing(person, { id, form }, forgeOf(aTownsReading()))

    await expect(sent).rejects.toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ path: ['functions'], message: 'functions-wrong' }),
        expect.objectContaining({ path: ['licence'], message: 'licence-not-spdx' }),
        expect.objectContaining({ path: ['publisherSiren'], message: 'publisherSiren-wrong' }),
      ]),
    })
    expect(getListing(person, id)).toMatchObject({ state: 'draft', form })
  })

  it('waits for a moderator, who publishes it with all that was read', async () => {
    const { person, moderator, server } = aCatalogue()
    const siren = aSiren()
    anOrganisation(server, { siren, key: siren, name: 'Ville de Test' })
    const id = await started(person)
    const form = completed({ publisherSiren: siren, summaryFr: 'Tient les concessions funéraires' })

    const sent = await submitListing(person, { id, form }, forgeOf(aTownsReading()))

    const caseId = 'waiting' in sent ? sent.waiting : 0
    expect(softwareNamed(server, 'openTombe')).toBeUndefined()
    expect(getCase(moderator, caseId)).toMatchObject({
      about: 'openTombe',
      details: { kind: 'listing', form, isMember: false, publisher: null },
    })
    settleCase(moderator, {
      caseId,
      accepted: true,
      reason: WHY,
      listing: { ...form, name: 'openTombe plus' },
      manager: true,
    })

    const entry = softwareNamed(server, 'openTombe plus')
    expect(entry).toMatchObject({
      slug: 'opentombe-plus',
      licence: 'AGPL-3.0-or-later',
      repository: ADDRESS,
      summaryFr: 'Tient les concessions funéraires',
    })
    const origins = server.db.select().from(fieldOrigin).all()
    const kindOf = (field: string) => origins.find((row) => row.field === field)?.kind
    expect(kindOf('licence')).toBe('publiccode')
    expect(kindOf('summaryFr')).toBe('person')
    expect(kindOf('functions')).toBe('person')
    // What the lister wrote is theirs, what the moderator corrected is the moderator's.
    const userOf = (field: string) => origins.find((row) => row.field === field)?.userId
    expect(userOf('summaryFr')).toBe((person.actor as { id: string }).id)
    expect(userOf('name')).toBe((moderator.actor as { id: string }).id)
    expect(server.db.select().from(fieldDifference).all()).toEqual([
      expect.objectContaining({ field: 'name', state: 'declined' }),
      expect.objectContaining({ field: 'summaryFr', state: 'declined' }),
    ])
    const owner = server.db
      .select()
      .from(publisher)
      .where(eq(publisher.slug, 'ville-de-test'))
      .get()
    expect(owner).toMatchObject({ name: 'Ville de Test', kind: 'public-body' })
    expect(owner?.organisationId).not.toBeNull()
    expect(server.db.select().from(publisherMember).all()).toEqual([
      expect.objectContaining({ publisherId: owner?.id, role: 'manager', how: 'moderator' }),
    ])
    expect(server.db.select().from(publisherEvent).all()).toEqual([
      expect.objectContaining({ kind: 'software-listed', softwareId: entry?.id }),
    ])
    expect(outboxOf(server)).toContainEqual({ kind: 'software', subjectId: entry?.id })
    expect(server.db.select().from(mailMessage).all()).toEqual([
      expect.objectContaining({ subject: 'Logiciel publié : openTombe' }),
    ])
    expect(auditOf(server).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['listing.start', 'listing.submit', 'listing.publish', 'case.settle']),
    )
    expect(getListing(person, id)).toMatchObject({
      state: 'published',
      entry: { slug: 'opentombe-plus' },
      reading: null,
    })
  })

  it('refused, is told why, and taken up again without typing it anew', async () => {
    const { person, moderator, server } = aCatalogue()
    const id = await started(person)
    const form = completed({ summaryEn: 'Words that took a while' })
    const sent = await submitListing(person, { id, form }, forgeOf(aTownsReading()))

    settleCase(moderator, {
      caseId: 'waiting' in sent ? sent.waiting : 0,
      accepted: false,
      reason: 'L’éditeur n’est pas celui que vous dites.',
    })

    expect(getListing(person, id)).toMatchObject({
      state: 'refused',
      reason: 'L’éditeur n’est pas celui que vous dites.',
    })
    expect(softwareNamed(server, 'openTombe')).toBeUndefined()
    expect(server.db.select().from(mailMessage).all()).toHaveLength(1)
    const anew = await started(person)
    expect(anew).not.toBe(id)
    expect(getListing(person, anew).form.summaryEn).toBe('Words that took a while')
  })

  it('appears at once for a verified publisher, from one of its members alone', async () => {
    const { server, moderator } = aCatalogue()
    const id = publisherIdOf(server)
    verifyPublisher(moderator, { slug: 'editeur-exemple', verified: true })
    const form = completed({ publisher: 'editeur-exemple', publisherName: '' })
    const submit = async (context: Context, reading = aTownsReading()) =>
      submitListing(context, { id: await started(context, reading), form }, forgeOf(reading))
    const stranger = by(server, aUser(server)) as Context
    const member = by(server, aUser(server, { publisherMemberOf: [id] })) as Context

    expect(await submit(stranger)).toHaveProperty('waiting')
    expect(softwareNamed(server, 'openTombe')).toBeUndefined()
    expect(await submit(member)).toEqual({ published: 'opentombe' })
    expect(softwareNamed(server, 'openTombe')?.publisherId).toBe(id)
  })

  it('waits all the same once the verification is revoked, or where its name is taken', async () => {
    const { server, moderator } = aCatalogue()
    aSoftware(server, { slug: 'opentombe', name: 'openTombe' })
    const member = by(
      server,
      aUser(server, { publisherMemberOf: [publisherIdOf(server)] }),
    ) as Context
    const of = { publisher: 'editeur-exemple', publisherName: '' }
    verifyPublisher(moderator, { slug: 'editeur-exemple', verified: true })
    const id = await started(member)
    const sent = await submitListing(member, { id, form: completed(of) }, forgeOf(aTownsReading()))
    expect(sent).toHaveProperty('waiting')
    dropListing(member, { id })
    expect(getCase(moderator, 1)).toBeUndefined()

    verifyPublisher(moderator, { slug: 'editeur-exemple', verified: false })
    const other = await started(member)
    const form = completed({ ...of, name: 'openAutre' })
    expect(
      await submitListing(member, { id: other, form }, forgeOf(aTownsReading())),
    ).toHaveProperty('waiting')
  })

  it('is read again where its reading is older than a day, before it is published', async () => {
    const { server, moderator } = aCatalogue()
    verifyPublisher(moderator, { slug: 'editeur-exemple', verified: true })
    const member = by(
      server,
      aUser(server, { publisherMemberOf: [publisherIdOf(server)] }),
    ) as Context
    const id = await started(member, aTownsReading({ readAt: '2026-01-13T00:00:00.000Z' }))
    let readings = 0
    const forge = forgeOf(() => {
      readings++
      return aTownsReading({ readAt: '2026-01-15T12:00:00.000Z' })
    })
    const form = completed({ publisher: 'editeur-exemple', publisherName: '' })

    await submitListing(member, { id, form }, forge)

    expect(readings).toBe(1)
    const later = { ...moderator, now: new Date('2026-02-01T00:00:00Z') }
    const other = await started(by(server, aUser(server)) as Context, aTownsReading({})).catch(
      (error: unknown) => error,
    )
    expect(other).toMatchObject({ reason: 'known' })
    await freshenCase(later, 1, forge)
    expect(readings).toBe(1)
  })

  it('names no publisher that is there under its name or its SIREN', async () => {
    const { server, person } = aCatalogue()
    const siren = aSiren()
    anOrganisation(server, { siren, key: siren })
    aPublisher(server, { slug: 'ville', name: 'Ville', siren })
    const id = await started(person)
    const send = (form: Parameters<typeof completed>[0]) =>
      submitListing(person, { id, form: completed(form) }, forgeOf(aTownsReading()))

    await expect(send({ publisherName: 'Éditeur Exemple' })).rejects.toMatchObject({
      issues: [expect.objectContaining({ message: 'publisherName-taken' })],
    })
    await expect(send({ publisherSiren: siren })).rejects.toMatchObject({
      issues: [expect.objectContaining({ message: 'publisherSiren-known' })],
    })
    await expect(send({ publisher: 'inconnu' })).rejects.toMatchObject({
      issues: [expect.objectContaining({ message: 'publisher-unknown' })],
    })
  })

  it('is of one’s own data, and leaves the queue with the account', async () => {
    const { person, moderator } = aCatalogue()
    const id = await started(person)
    await submitListing(person, { id, form: completed({}) }, forgeOf(aTownsReading()))
    expect(myData(person).listings).toEqual([expect.objectContaining({ state: 'submitted' })])

    deleteAccount(person, { confirmation: 'SUPPRIMER' })

    expect(getCase(moderator, 1)).toBeUndefined()
  })
})
