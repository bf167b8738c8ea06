import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityMonth, repository, softwareRelease } from '#db/schema/forge.ts'
import { listedName } from '#db/schema/names.ts'
import { fieldOrigin } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { readRepository } from '#lib/forge/read-repository.ts'
import { verifyPublisher } from '#lib/publishers/verification.ts'
import { aPublisher, aUser, publisherIdOf, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { type GitServer, startGitServer } from '#lib/testing/git-server.ts'
import { by, completed } from '#lib/testing/listings.ts'
import { getClaim } from './claim-queries.ts'
import { checkClaim } from './commands/check-claim.ts'
import { openClaim } from './commands/claim-software.ts'
import { startListing } from './commands/start-listing.ts'
import { submitListing } from './commands/submit-listing.ts'
import type { ForgeAccess } from './forge-access.ts'
import { getListing } from './queries.ts'

let server: GitServer
beforeAll(async () => {
  server = await startGitServer()
})
afterAll(() => server.close())

const forge = (): ForgeAccess => ({
  hosts: [server.host],
  read: async (address) => {
    const reading = await readRepository(address, { settings: { forgeHosts: [server.host] } })
    if ('unchanged' in reading) throw new Error('nothing was known')
    return reading
  },
})

const publiccode = (name: string, url: string, more = '') => `publiccodeYmlVersion: "0.7"
name: ${name}
url: ${url}
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
usedBy: [Ville de Test, Commune de Nulle Part]
description:
  fr:
    shortDescription: Tient le plan des cimetières
    longDescription: >
      Ce logiciel tient le plan des cimetières d’une commune, les concessions et leurs échéances, et
      édite les arrêtés, les courriers de relance et les statistiques de l’année.
    features: [Plan]
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: none
localisation:
  localisationReady: true
  availableLanguages: [fr]
${more}`

/** A catalogue with a verified publisher, and one of its members. */
function aCatalogue() {
  const operator = makeTestContext()
  someFunctions(operator)
  aPublisher(operator)
  verifyPublisher(operator, { slug: 'editeur-exemple', verified: true })
  const members = { publisherMemberOf: [publisherIdOf(operator)] }
  return {
    operator,
    member: by(operator, aUser(operator, members)) as Context,
    someone: (): Context => by(operator, aUser(operator)),
  }
}

describe('a real repository', () => {
  it('goes from its address to an entry that is published, and claimed by a commit', async () => {
    const { operator, member, someone } = aCatalogue()
    const name = 'ville/opentombe'
    const address = server.add(name, {
      files: {
        'publiccode.yml': publiccode('openTombe', `${server.url}/${name}`),
        'CHANGELOG.md': '# 1.2.0',
      },
      tags: ['v1.0.0', { name: 'v1.2.0', annotated: '2026-01-05T09:00:00Z' }],
    })
    const page = address.replace(/\.git$/, '')

    const { listingId } = await startListing(member, { address: `${page}/` }, forge())
    const draft = getListing(member, listingId)
    expect(draft.reading).toMatchObject({
      releases: 2,
      signs: { changelog: 'CHANGELOG.md', tests: null },
      marks: { name: { path: 'publiccode.yml', line: 2 } },
      usedBy: 2,
    })
    const { descriptionFr, ...rest } = completed({
      publisher: 'editeur-exemple',
      publisherName: '',
      publisherKind: '',
    })
    const form = { ...rest, descriptionFr: draft.form.descriptionFr }
    expect(await submitListing(member, { id: listingId, form }, forge())).toEqual({
      published: 'opentombe',
    })

    const { db } = operator
    const entry = db.select().from(software).where(eq(software.slug, 'opentombe')).get()
    expect(entry).toMatchObject({ repository: page, licence: 'AGPL-3.0-or-later' })
    expect(db.select().from(repository).all()).toEqual([
      expect.objectContaining({
        softwareId: entry?.id,
        address: page,
        state: 'readable',
        licenceDeclared: 'AGPL-3.0-or-later',
        branch: 'main',
      }),
    ])
    expect(db.select().from(softwareRelease).all()).toHaveLength(2)
    expect(db.select().from(activityMonth).all()).not.toEqual([])
    expect(
      db
        .select()
        .from(listedName)
        .all()
        .map((row) => row.name),
    ).toEqual(['Ville de Test', 'Commune de Nulle Part'])
    expect(db.select().from(fieldOrigin).where(eq(fieldOrigin.field, 'name')).get()).toMatchObject({
      kind: 'publiccode',
      path: 'publiccode.yml',
    })

    const keeper = someone()
    const { token } = openClaim(keeper, { slug: 'opentombe' })
    expect(await checkClaim(keeper, { slug: 'opentombe' }, forge())).toEqual({
      state: 'token-missing',
    })
    const commit = server.push(name, [{ files: { '.mutualibre': `${token}\n` } }])
    expect(await checkClaim(keeper, { slug: 'opentombe' }, forge())).toMatchObject({
      state: 'proved',
    })
    expect(getClaim(keeper, 'opentombe').claim).toMatchObject({ path: '.mutualibre', commit })
    // A token that is a symbolic link, or in a folder, is none.
    const thief = someone()
    const other = openClaim(thief, { slug: 'opentombe' })
    server.push(name, [
      {
        files: { 'mutualibre.txt': { link: '.mutualibre' }, [`docs/${other.token}`]: other.token },
      },
    ])
    expect(await checkClaim(thief, { slug: 'opentombe' }, forge())).toEqual({
      state: 'token-missing',
    })
  }, 60_000)

  it('that is a copy, or under another licence, or gone since, is refused in words', async () => {
    const { member } = aCatalogue()
    server.add('autre/fork', {
      files: { 'publiccode.yml': publiccode('openFork', `${server.url}/ville/original`) },
    })
    server.add('autre/ferme', {
      files: {
        'publiccode.yml': publiccode('Fermé', `${server.url}/autre/ferme`).replace(
          'AGPL-3.0-or-later',
          'BUSL-1.1',
        ),
      },
    })
    server.add('autre/prive', { files: { 'README.md': '# Privé' } })
    server.fail('autre/prive', 'password')
    const start = (path: string) =>
      startListing(member, { address: `${server.url}/${path}` }, forge())

    await expect(start('autre/fork')).rejects.toMatchObject({ reason: 'fork' })
    await expect(start('autre/ferme')).rejects.toMatchObject({ reason: 'not-free' })
    await expect(start('autre/prive')).rejects.toMatchObject({ fault: 'not-found-or-private' })
    await expect(start('autre/rien')).rejects.toMatchObject({ fault: 'not-found-or-private' })
  }, 60_000)
})
