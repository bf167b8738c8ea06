import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type GitServer, startGitServer } from '#lib/testing/git-server.ts'
import { readRepository } from './read-repository.ts'
import type { RepositoryReading } from './reading.ts'

const NOW = new Date('2026-01-15T12:00:00Z')
const AGPL = JSON.parse(
  readFileSync(
    new URL(import.meta.resolve('spdx-license-list/licenses/AGPL-3.0-only.json')),
    'utf8',
  ),
).licenseText as string

vi.setConfig({ testTimeout: 60_000 })

let forge: GitServer
beforeEach(async () => {
  forge = await startGitServer()
})
afterEach(() => forge.close())

const options = (more: object = {}) => ({
  settings: { forgeHosts: [forge.host] },
  now: NOW,
  ...more,
})
async function read(address: string, more: object = {}): Promise<RepositoryReading> {
  const reading = await readRepository(address, options(more))
  if ('unchanged' in reading) throw new Error('it is unchanged')
  return reading
}

const WHOLE = {
  files: {
    'publiccode.yml': 'publiccodeYmlVersion: "0.4"\nname: Cimetière\n',
    'codemeta.json': '{"name": "Cimetière"}',
    LICENSE: AGPL,
    'README.md': '# Cimetière\n',
    'SECURITY.md': 'x',
    'CONTRIBUTING.md': 'x',
    'CHANGELOG.md': 'x',
    '.gitlab-ci.yml': 'x',
    'app/tests/plan.test.ts': 'x',
    'données/à la ligne\nici.txt': 'x',
  },
  commits: [
    { date: '2025-03-02T10:00:00Z', author: 'Sacha <s@example.org>' },
    { date: '2025-03-20T10:00:00Z', author: 'Sacha <S@example.org>' },
    { date: '2025-03-21T10:00:00Z' },
    { date: '2026-01-02T10:00:00Z' },
  ],
  tags: [{ name: 'v1.0', at: 1 }, { name: 'v1.1', annotated: '2026-01-03T00:00:00Z' }, 'latest'],
}

describe('a repository that is read', () => {
  it('gives its files, its log in counts, its tags as releases and its signs of care', async () => {
    const address = forge.add('ville/cimetiere', WHOLE)

    const reading = await read(address)

    expect(reading).toMatchObject({
      address,
      readAt: NOW.toISOString(),
      refsDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      head: { branch: 'main', date: '2026-01-02T10:00:00.000Z' },
      publiccode: { path: 'publiccode.yml', reading: { values: { name: 'Cimetière' } } },
      codemeta: { path: 'codemeta.json' },
      licenceFiles: [{ path: 'LICENSE', spdx: 'AGPL-3.0-only' }],
      licenceDetected: 'AGPL-3.0-only',
      readme: { path: 'README.md', text: '# Cimetière\n' },
      months: [
        { month: '2025-01', commits: 1, authors: 1 },
        { month: '2025-03', commits: 3, authors: 2 },
        { month: '2026-01', commits: 1, authors: 1 },
      ],
      releases: [
        { tag: 'v1.1', version: '1.1', date: '2026-01-03T00:00:00.000Z' },
        { tag: 'v1.0', version: '1.0', date: '2025-03-02T10:00:00.000Z' },
      ],
      signs: {
        tests: 'app/tests',
        ci: '.gitlab-ci.yml',
        contributing: 'CONTRIBUTING.md',
        changelog: 'CHANGELOG.md',
        security: 'SECURITY.md',
        codeOfConduct: null,
      },
    })
    expect(JSON.stringify(reading), 'nobody is named').not.toMatch(/sacha|camille|example\.org/i)
  })

  it('is not read again while nothing has changed, and whole when something has', async () => {
    const address = forge.add('ville/cimetiere', WHOLE)
    const { refsDigest: known } = await read(address)
    const before = forge.requests.length

    expect(await readRepository(address, options({ known }))).toEqual({ unchanged: true })
    expect(forge.requests.length - before).toBeLessThanOrEqual(2)

    forge.push('ville/cimetiere', [{ files: { 'README.md': 'new' } }])
    expect((await read(address, { known })).readme?.text).toBe('new')
  })

  it('has its log of 24 months alone, and none when it has been left for longer', async () => {
    const address = forge.add('ville/vieux', {
      files: { a: '1' },
      commits: [{ date: '2024-02-01T00:00:00Z' }, { date: '2023-01-01T00:00:00Z' }],
    })
    const left = forge.add('ville/laisse', { commits: [{ date: '2019-01-01T00:00:00Z' }] })

    expect((await read(address)).months).toEqual([])
    expect(await read(left)).toMatchObject({
      months: [],
      head: { date: '2019-01-01T00:00:00.000Z' },
    })
  })

  it('may have many tags', async () => {
    const address = forge.add('ville/beaucoup', {
      commits: Array.from({ length: 60 }, (_, n) => ({ files: { a: String(n) } })),
      tags: Array.from({ length: 60 }, (_, at) => ({ name: `v1.${at}`, at })),
    })

    const { releases } = await read(address)

    expect(releases).toHaveLength(60)
    expect(releases[0]?.version).toBe('1.59')
  })

  it('may have many tags, older and newer than its log of 24 months', async () => {
    const address = forge.add('ville/longue', {
      commits: Array.from({ length: 120 }, (_, n) => ({
        files: { [`src/${n % 7}.py`]: String(n) },
        date: new Date(NOW.getTime() - (120 - n) * 10 * 86_400_000).toISOString(),
      })),
      tags: Array.from({ length: 30 }, (_, n) => ({ name: `v1.${n}`, at: n * 4 })),
    })

    const { releases, months } = await read(address)

    expect(releases).toHaveLength(30)
    expect(months).toHaveLength(24)
    expect(months.reduce((sum, { commits }) => sum + commits, 0)).toBeGreaterThan(70)
  })

  it('may be on a server that sends whole repositories alone', async () => {
    const address = forge.add('ville/entier', { ...WHOLE, filters: false })

    expect(await read(address)).toMatchObject({
      publiccode: { reading: { values: { name: 'Cimetière' } } },
      licenceDetected: 'AGPL-3.0-only',
      releases: [{}, {}],
      months: [{}, {}, {}],
      monthsKnown: true,
    })
  })

  it('may be empty, without a tag, or of another branch', async () => {
    const empty = forge.add('ville/vide')
    const other = forge.add('ville/autre', { branch: 'principale', files: { README: 'x' } })

    expect(await read(empty)).toMatchObject({ head: null, releases: [], months: [] })
    expect(await read(other)).toMatchObject({ head: { branch: 'principale' }, releases: [] })
  })

  it('may have been renamed: the server sends us on', async () => {
    const address = forge.add('ville/nouveau', WHOLE)
    forge.fail('ville/ancien', { redirect: `${address}/info/refs?service=git-upload-pack` })

    expect(await read(`${forge.url}/ville/ancien.git`)).toMatchObject({
      redirectedTo: address,
      licenceDetected: 'AGPL-3.0-only',
    })
  })
})
