import { describe, expect, it } from 'vitest'
import { activityMonth, repository, softwareRelease } from '#db/schema/forge.ts'
import { need } from '#db/schema/needs.ts'
import { providerService } from '#db/schema/providers.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import {
  anAdoption,
  anOrganisation,
  aProvider,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { compareSoftware } from './compare-software.ts'
import { sortRows } from './rules/differences.ts'
import type { ComparedField } from './rules/value.ts'
import { compareAddress } from './schema.ts'
import { findSelection } from './selection.ts'
import { findToAdd, suggestToAdd } from './to-add.ts'

function aCatalogue(): Context {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  return context
}

const cells = (context: Context, slugs: string[], field: ComparedField, like?: string) =>
  compareSoftware(context, slugs, like).rows.find((row) => row.field === field)?.cells

function aRepository(context: Context, softwareId: number, readAt = '2026-01-10T00:00:00.000Z') {
  context.db
    .insert(repository)
    .values({
      softwareId,
      address: 'https://forge.example.org/a.git',
      addressKey: 'forge.example.org/a',
      host: 'forge.example.org',
      state: 'readable',
      stateSince: readAt,
      lastCommitAt: '2026-01-03T10:00:00.000Z',
      signs: { tests: 'tests', ci: null, changelog: 'CHANGELOG.md' },
      readAt,
      nextAt: '2026-02-01T00:00:00.000Z',
    })
    .run()
}

describe('the names of an address', () => {
  it.each([
    ['a,b', ['a', 'b']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a,b', 'b', ' C '],
      ['a', 'b', 'c'],
    ],
    [',,', []],
    [undefined, []],
  ])('%j are %j', (logiciels, names) => {
    expect(compareAddress.parse({ logiciels }).logiciels).toEqual(names)
  })

  it('lead to the entries of today; those that nobody has are told apart', () => {
    const context = aCatalogue()
    const into = aSoftware(context)
    aSoftware(context, { slug: 'autre', name: 'Autre' })
    mergeSoftware(
      { ...context, actor: aUser(context, { roles: ['moderator'] }) },
      { fromSlug: 'autre', intoSlug: 'openexemple', why: 'La même chose.' },
    )

    expect(findSelection(context, ['autre', 'openexemple', 'jamais-vu', '<b>'])).toEqual({
      items: [{ id: into, slug: 'openexemple' }],
      unknown: ['jamais-vu', '<b>'],
      moved: true,
    })
  })
})

describe('a comparison', () => {
  it('shows who uses each, and leads to the rows', () => {
    const context = aCatalogue()
    const a = aSoftware(context)
    aSoftware(context, { slug: 'b' })
    reportAdoptions(context, [anAdoption(a, anOrganisation(context), { trust: 'confirmed' })])

    expect(cells(context, ['openexemple', 'b'], 'users')).toEqual([
      {
        kind: 'use',
        use: { confirmed: 1, reported: 0, toReconfirm: 0, total: 1 },
        to: { path: '/logiciels/openexemple/utilisateurs' },
      },
      {
        kind: 'use',
        use: { confirmed: 0, reported: 0, toReconfirm: 0, total: 0 },
        to: { path: '/logiciels/b/utilisateurs' },
      },
    ])
  })

  it('counts those that are like an organisation, and names the nearest', () => {
    const context = aCatalogue()
    const a = aSoftware(context)
    anOrganisation(context, { key: 'ici', name: 'Ici', population: 5_000 })
    const near = anOrganisation(context, { key: 'pres', name: 'Près', population: 5_100 })
    const far = anOrganisation(context, { key: 'loin', name: 'Loin', population: 9_000 })
    const other = anOrganisation(context, { kind: 'region', population: 5_000 })
    reportAdoptions(
      context,
      [far, near, other].map((id) => anAdoption(a, id)),
    )

    expect(cells(context, ['openexemple'], 'like', 'ici')).toEqual([
      {
        kind: 'like',
        n: 2,
        names: [
          { key: 'pres', name: 'Près' },
          { key: 'loin', name: 'Loin' },
        ],
        to: { path: '/logiciels/openexemple/utilisateurs', query: { semblables: 'ici' } },
      },
    ])
    expect(cells(context, ['openexemple'], 'like')).toBeUndefined()
    expect(cells(context, ['openexemple'], 'like', 'nulle-part')).toBeUndefined()
  })

  it('shows the life of the repository over the last twelve months, as facts', () => {
    const context = aCatalogue()
    const id = aSoftware(context)
    aRepository(context, id)
    const release = (tag: string, date: string) => ({
      softwareId: id,
      tag,
      version: tag.slice(1),
      date,
      commit: 'c',
    })
    context.db
      .insert(softwareRelease)
      .values([
        release('v1.0', '2024-01-01T00:00:00.000Z'),
        release('v2.0', '2025-06-01T00:00:00.000Z'),
        release('v2.1', '2025-12-01T00:00:00.000Z'),
      ])
      .run()
    context.db
      .insert(activityMonth)
      .values([
        { softwareId: id, month: '2024-12', commits: 90, authors: 9 },
        { softwareId: id, month: '2025-11', commits: 7, authors: 3 },
        { softwareId: id, month: '2026-01', commits: 5, authors: 2 },
      ])
      .run()
    const of = (field: ComparedField) => cells(context, ['openexemple'], field)?.[0]

    expect(of('lastRelease')).toMatchObject({ version: '2.1', date: '2025-12-01' })
    expect(of('releases')).toMatchObject({ n: 2 })
    expect(of('lastCommit')).toMatchObject({ date: '2026-01-03' })
    expect(of('commits')).toMatchObject({ n: 12 })
    expect(of('authors')).toMatchObject({ n: 3 })
    expect(of('care')).toMatchObject({ codes: ['tests', 'changelog'] })
    expect(of('repositoryState')).toMatchObject({ codes: ['readable'] })
  })

  it('says nothing of the life of a repository that was never read', () => {
    const context = aCatalogue()
    const [never, none] = [aSoftware(context), aSoftware(context, { slug: 'b' })]
    expect(none).not.toBe(never)
    aRepository(context, never, '')
    const { unknown } = sortRows(compareSoftware(context, ['openexemple', 'b']).rows)

    for (const field of ['lastRelease', 'releases', 'lastCommit', 'commits', 'care']) {
      expect(unknown.map((row) => row.field)).toContain(field)
    }
  })

  it('counts the providers that everyone sees, and the needs that are open', () => {
    const context = aCatalogue()
    const id = aSoftware(context)
    const serve = (providerId: number, kind: 'hosting' | 'support') =>
      context.db.insert(providerService).values({ providerId, softwareId: id, kind }).run()
    const seen = aProvider(context)
    serve(seen, 'hosting')
    serve(seen, 'support')
    serve(aProvider(context, { state: 'pending' }), 'hosting')
    const at = context.now.toISOString()
    for (const state of ['open', 'met'] as const) {
      context.db
        .insert(need)
        .values({
          kind: 'wish',
          softwareId: id,
          title: 'Un besoin',
          body: 'Un besoin',
          locale: 'fr',
          organisationId: anOrganisation(context),
          state,
          createdAt: at,
          updatedAt: at,
        })
        .run()
    }

    expect(cells(context, ['openexemple'], 'providers')).toMatchObject([{ n: 1 }])
    expect(cells(context, ['openexemple'], 'needs')).toMatchObject([{ n: 1 }])
  })

  it('leaves out what does not exist', () => {
    const context = aCatalogue()
    aSoftware(context)
    expect(compareSoftware(context, ['openexemple', 'rien']).software).toHaveLength(1)
    expect(compareSoftware(context, [])).toMatchObject({ software: [], like: undefined })
  })
})

describe('what may be added', () => {
  it('is for the same use as what is chosen, or what is used most', async () => {
    const context = aCatalogue()
    const self = aSoftware(context)
    aSoftware(context, { slug: 'meme-usage', name: 'Même usage' })
    aSoftware(context, { slug: 'autre-usage', name: 'Autre', functions: ['supervision'] })
    const slugs = (cards: Array<{ slug: string }>) => cards.map(({ slug }) => slug)

    expect(slugs(suggestToAdd(context, [self]))).toEqual(['meme-usage'])
    expect(slugs(suggestToAdd(context, []))).toHaveLength(3)
    expect(await findToAdd(context, '', [self])).toEqual([])
  })
})
