import { describe, expect, it } from 'vitest'
import { repository, softwareRelease } from '#db/schema/forge.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { A_COMMIT, aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { applyReadingIn } from './apply-reading.ts'
import { editEntry } from './commands/edit-entry.ts'
import { entryForEdit } from './entry-for-edit.ts'
import { entryHistory } from './history.ts'
import { entryOrigins } from './origin-queries.ts'
import { lastMonths } from './rules/last-months.ts'
import { textDiff } from './rules/text-diff.ts'
import { vitalityOf } from './vitality.ts'

const SLUG = 'openexemple'
const ADDRESS = 'https://gitlab.adullact.net/ville/depot.git'
const PAGE = 'https://gitlab.adullact.net/ville/depot'
const LANDING = 'https://projet.example.org'

function aFollowedEntry(row: Partial<typeof repository.$inferInsert> = {}) {
  const context = makeTestContext()
  someFunctions(context)
  const id = aSoftware(context)
  const at = context.now.toISOString()
  context.db
    .insert(repository)
    .values({
      ...{ softwareId: id, address: ADDRESS, addressKey: PAGE, host: 'gitlab.adullact.net' },
      ...{ state: 'readable', stateSince: at, signs: {}, nextAt: at, readAt: at },
      headCommit: A_COMMIT,
      ...row,
    })
    .run()
  const moderator: Context = {
    ...context,
    actor: aUser(context, { roles: ['moderator'], name: 'Camille' }),
  }
  return { context, id, moderator }
}

const readLanding = (context: Context, id: number) =>
  inTransaction(context.db, (tx) =>
    applyReadingIn(
      tx,
      context,
      id,
      aRepositoryReading({
        publiccode: aPubliccode({ landingURL: LANDING }, { lines: { landingURL: 4 } }),
      }),
    ),
  )

describe('where a field comes from', () => {
  it('is told with the file, the line and the commit, on the forge', () => {
    const { context, id } = aFollowedEntry()
    readLanding(context, id)
    expect(entryOrigins(context, id)).toEqual({
      website: {
        kind: 'publiccode',
        path: 'publiccode.yml',
        line: 4,
        commit: A_COMMIT,
        at: context.now.toISOString(),
        url: `${PAGE}/-/blob/${A_COMMIT}/publiccode.yml#L4`,
        by: null,
      },
    })
  })

  it('names nobody in public, and a person to whoever edits the entry', () => {
    const { context, id, moderator } = aFollowedEntry()
    editEntry(moderator, { software: SLUG, website: LANDING })
    expect(entryOrigins(context, id).website).toMatchObject({ kind: 'person', by: 'moderator' })
    expect(JSON.stringify(entryOrigins(context, id))).not.toContain('Camille')
    expect(entryForEdit(moderator, SLUG).origins.website).toMatchObject({ person: 'Camille' })
  })
})

describe('how alive a repository is', () => {
  it('is shown as its parts, signs and releases with their pages', () => {
    const { context, id } = aFollowedEntry({
      signs: { tests: 'tests', ci: null },
      licenceDetected: 'AGPL-3.0',
    })
    const releases = Array.from({ length: 7 }, (_, n) => ({
      ...{ softwareId: id, tag: `v1.${n}`, version: `1.${n}`, commit: A_COMMIT },
      date: `2025-0${n + 1}-01T00:00:00.000Z`,
    }))
    context.db.insert(softwareRelease).values(releases).run()
    expect(vitalityOf(context, { id, licence: 'AGPL-3.0-or-later' })).toMatchObject({
      releaseCount: 7,
      releasesUrl: `${PAGE}/-/tags`,
      releases: [{ version: '1.6' }, {}, {}, {}, { version: '1.2' }],
      licence: { detected: 'AGPL-3.0', agrees: true },
      signs: { tests: { path: 'tests', url: `${PAGE}/-/blob/${A_COMMIT}/tests` }, ci: null },
    })
  })

  it('says when the licence of its files is another than the one announced', () => {
    const { context, id } = aFollowedEntry({ licenceDetected: 'MIT' })
    expect(vitalityOf(context, { id, licence: 'EUPL-1.2' })?.licence).toEqual({
      detected: 'MIT',
      agrees: false,
    })
  })

  it('is not made up where no repository is known', () => {
    const context = makeTestContext()
    someFunctions(context)
    const id = aSoftware(context)
    expect(vitalityOf(context, { id, licence: 'MIT' })).toBeUndefined()
  })

  it('counts the months without a commit as such', () => {
    const known = [{ month: '2025-12', commits: 3, authors: 2 }]
    expect(lastMonths(known, '2026-01', 3)).toEqual([
      { month: '2025-11', commits: 0, authors: 0 },
      { month: '2025-12', commits: 3, authors: 2 },
      { month: '2026-01', commits: 0, authors: 0 },
    ])
  })
})

describe('the history of an entry', () => {
  it('holds changes and releases, latest first, with the commit of each', () => {
    const { context, id } = aFollowedEntry()
    context.db
      .insert(softwareRelease)
      .values({
        ...{ softwareId: id, tag: 'v1', version: '1.0', commit: A_COMMIT },
        date: '2020-01-01T00:00:00.000Z',
      })
      .run()
    readLanding(context, id)
    const history = entryHistory(context, SLUG, 1)
    expect(history).toMatchObject({
      total: 2,
      pages: 1,
      events: [
        { kind: 'change', by: 'harvest', commitUrl: `${PAGE}/-/commit/${A_COMMIT}` },
        { kind: 'release', version: '1.0' },
      ],
    })
  })

  it('names nobody', () => {
    const { context, moderator } = aFollowedEntry()
    editEntry(moderator, { software: SLUG, website: LANDING })
    const text = JSON.stringify(entryHistory(context, SLUG, 1))
    expect(text).not.toContain('Camille')
    expect(text).not.toContain(moderator.actor.kind === 'user' ? moderator.actor.id : '?')
  })

  it('is nothing for an entry that is not there', () => {
    const { context } = aFollowedEntry()
    expect(entryHistory(context, 'inconnu', 1)).toBeUndefined()
  })
})

describe('two texts compared', () => {
  it('are told word by word', () => {
    expect(textDiff('Tient les listes de la ville', 'Tient les registres de la ville')).toEqual([
      { text: 'Tient les ', is: 'kept' },
      { text: 'listes', is: 'removed' },
      { text: 'registres', is: 'added' },
      { text: ' de la ville', is: 'kept' },
    ])
  })

  it('are shown whole where they have nothing in common', () => {
    expect(textDiff('abc', 'def')).toEqual([
      { text: 'abc', is: 'removed' },
      { text: 'def', is: 'added' },
    ])
  })
})
