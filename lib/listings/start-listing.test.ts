import { describe, expect, it } from 'vitest'
import { listing } from '#db/schema/listings.ts'
import type { Context } from '#lib/context.ts'
import { ForgeRefusal } from '#lib/forge/refusal.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import {
  aPublisher,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aPubliccode } from '#lib/testing/forge.ts'
import { ADDRESS, aTownsReading, by, completed, forgeOf } from '#lib/testing/listings.ts'
import { dropListing, readListingAgain, saveListing } from './commands/change-listing.ts'
import { forgetDrafts } from './commands/forget-drafts.ts'
import { startListing } from './commands/start-listing.ts'
import { READINGS_AN_HOUR } from './forge-access.ts'
import { getListing, myListings } from './queries.ts'

function aCatalogue() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  aPublisher(server)
  drainSearchOutbox(server)
  const person = aUser(server)
  return { server, person: by(server, person) as Context }
}

const started = async (context: Context, reading = aTownsReading()) =>
  (await startListing(context, { address: `${ADDRESS}.git` }, forgeOf(reading))).listingId

describe('a repository’s address', () => {
  it('gives a draft that says what was read and where', async () => {
    const { person } = aCatalogue()

    const id = await started(person)

    const draft = getListing(person, id)
    expect(draft).toMatchObject({
      state: 'draft',
      address: 'https://forge.example.org/ville/cimetiere',
    })
    expect(draft.form).toMatchObject({
      name: 'openTombe',
      licence: 'AGPL-3.0-or-later',
      platforms: 'web',
      summaryFr: 'Tient le plan des cimetières',
      summaryEn: '',
    })
    expect(draft.reading?.marks.licence).toMatchObject({ path: 'publiccode.yml', line: 12 })
    expect(myListings(person)).toEqual([{ id, name: 'openTombe', state: 'draft' }])
  })

  it('that is no address, or cannot be read, says so and leaves nothing', async () => {
    const { person, server } = aCatalogue()
    const bad = startListing(person, { address: 'file:///etc/passwd' }, forgeOf(aTownsReading()))
    const gone = new ForgeRefusal('not-found-or-private', 'forge.example.org')
    const away = startListing(person, { address: ADDRESS }, forgeOf(gone))

    await expect(bad).rejects.toMatchObject({ fault: 'address-scheme' })
    await expect(away).rejects.toMatchObject({ fault: 'not-found-or-private' })
    expect(server.db.select().from(listing).all()).toEqual([])
  })

  it('of an entry of the catalogue leads there, in whatever spelling', async () => {
    const { person, server } = aCatalogue()
    aSoftware(server, {
      repository: 'https://forge.example.org/ville/cimetiere/',
      sources: [
        {
          id: 's1',
          title: 'Dépôt',
          url: 'https://forge.example.org/a',
          covers: ['name', 'publisher', 'licence', 'functions', 'repository'],
        },
      ],
    })
    const again = startListing(person, { address: `${ADDRESS}.git` }, forgeOf(aTownsReading()))

    await expect(again).rejects.toMatchObject({ reason: 'known', slug: 'openexemple' })
  })

  it('of a technical fork leads to the original; a variant is a software of its own', async () => {
    const { person } = aCatalogue()
    const original = 'https://forge.example.org/autre/original'
    const of = (url: string, isBasedOn?: string[]) =>
      aTownsReading({
        publiccode: aPubliccode(
          { name: 'Variante', url, ...(isBasedOn ? { isBasedOn } : {}) },
          { lines: { url: 3 } },
        ),
      })

    await expect(started(person, of(original))).rejects.toMatchObject({ reason: 'fork' })
    await expect(started(person, of(ADDRESS, [original]))).resolves.toBeGreaterThan(0)
  })

  it('under a licence that is not free is refused with why', async () => {
    const { person } = aCatalogue()
    const reading = aTownsReading({
      publiccode: aPubliccode(
        { name: 'Fermé', url: ADDRESS, licence: 'BUSL-1.1', licenceSpdx: 'BUSL-1.1' },
        { lines: { 'legal.license': 7 } },
      ),
    })

    const refusal = started(person, reading)

    await expect(refusal).rejects.toMatchObject({ reason: 'not-free' })
    await expect(refusal).rejects.toThrow(/publiccode\.yml, ligne 7,.*BUSL-1\.1/)
  })

  it('is read so many times an hour for one person, and no more', async () => {
    const { person, server } = aCatalogue()
    let readings = 0
    const forge = forgeOf(() => {
      readings++
      throw new ForgeRefusal('host-silent', 'forge.example.org')
    })
    for (let n = 0; n <= READINGS_AN_HOUR; n++) {
      await startListing(person, { address: ADDRESS }, forge).catch(() => undefined)
    }

    expect(readings).toBe(READINGS_AN_HOUR)
    await expect(startListing(person, { address: ADDRESS }, forge)).rejects.toMatchObject({
      code: 'too-many',
    })
    const other = by(server, aUser(server)) as Context
    await expect(started(other)).resolves.toBeGreaterThan(0)
  })

  it('given twice leads back to the draft, which only its owner sees', async () => {
    const { person, server } = aCatalogue()
    const id = await started(person)
    saveListing(person, { id, form: completed({ name: 'Autre nom' }) })

    expect(await started(person)).toBe(id)
    expect(getListing(person, id).form.name).toBe('Autre nom')
    const other = by(server, aUser(server)) as Context
    expect(() => getListing(other, id)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(() => dropListing(other, { id })).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  it('read again follows what was left as read, and leaves what was written', async () => {
    const { person } = aCatalogue()
    const id = await started(person)
    saveListing(person, { id, form: completed({ summaryEn: 'My own words about it' }) })
    const mended = aTownsReading({
      publiccode: aPubliccode({
        name: 'openTombeau',
        url: ADDRESS,
        description: { en: { shortDescription: 'Words of the file now' } },
      }),
    })

    await readListingAgain(person, { id }, forgeOf(mended))

    expect(getListing(person, id).form).toMatchObject({
      name: 'openTombeau',
      summaryEn: 'My own words about it',
    })
  })
})

describe('a draft that nobody comes back to', () => {
  it('is forgotten after ninety days, with what was read for it; one that was sent is not', async () => {
    const { server, person } = aCatalogue()
    const id = await started(person)
    const days = (n: number) => new Date(person.now.getTime() + n * 86_400_000)

    forgetDrafts(server.db, days(89))
    expect(getListing(person, id).state).toBe('draft')

    server.db.update(listing).set({ state: 'submitted' }).run()
    forgetDrafts(server.db, days(91))
    expect(server.db.select().from(listing).all()).toHaveLength(1)

    server.db.update(listing).set({ state: 'draft' }).run()
    forgetDrafts(server.db, days(91))
    expect(server.db.select().from(listing).all()).toEqual([])
  })
})
