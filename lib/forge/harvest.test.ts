import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import { activityMonth, harvestRun, repository, softwareRelease } from '#db/schema/forge.ts'
import { publisherEvent } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import type { Context } from '#lib/context.ts'
import { aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { type GitServer, startGitServer } from '#lib/testing/git-server.ts'
import { type HarvestOptions, harvest } from './harvest.ts'
import { followEntries } from './internal/repository-rows.ts'

vi.setConfig({ testTimeout: 90_000 })

let forge: GitServer
beforeEach(async () => {
  forge = await startGitServer()
})
afterEach(() => forge.close())

const settings = (more: Partial<HarvestOptions['settings']> = {}) => ({
  forgeHosts: [forge.host],
  forgeTokens: {},
  harvest: { enabled: true, parallel: 4 },
  ...more,
})
const run = (context: Context, more: Partial<HarvestOptions> = {}) =>
  harvest(context, { settings: settings(), kind: 'command', ...more })

const FILES = { 'publiccode.yml': 'name: Openexemple\n', 'README.md': '# x', 'tests/a.py': 'x' }

function aCatalogue(names: readonly string[]): Context {
  const context = makeTestContext({ now: new Date() })
  someFunctions(context)
  for (const name of names)
    follow(context, name, forge.add(`ville/${name}`, { files: FILES, tags: ['v1.0'] }))
  return context
}
function follow(context: Context, slug: string, address: string): number {
  const id = aSoftware(context, { slug, name: slug })
  context.db.update(software).set({ repository: address }).where(eq(software.id, id)).run()
  return id
}
const rowOf = ({ db }: Context, slug: string) => {
  const found = db
    .select({ row: repository })
    .from(repository)
    .innerJoin(software, eq(software.id, repository.softwareId))
    .where(eq(software.slug, slug))
    .get()
  if (!found) throw new Error(`${slug} is not followed`)
  return found.row
}
const kept = ({ db }: Context) =>
  [softwareRelease, activityMonth, software].map((table) => db.select().from(table).all())

describe('a harvest', () => {
  it('reads each repository that entries have, and keeps what it found', async () => {
    const context = aCatalogue(['un', 'deux', 'trois'])

    const report = await run(context)

    expect(report).toMatchObject({ outcomes: { read: 3, unchanged: 0, failed: 0 }, failed: [] })
    expect(rowOf(context, 'un')).toMatchObject({
      state: 'readable',
      branch: 'main',
      lastCommitAt: '2025-01-01T12:00:00.000Z',
      signs: { tests: 'tests', ci: null },
      failures: 0,
    })
    expect(context.db.select().from(softwareRelease).all()).toHaveLength(3)
    expect(context.db.select().from(harvestRun).get()).toMatchObject({
      kind: 'command',
      endedAt: expect.stringMatching(/Z$/),
      outcomes: { read: 3 },
    })
  })

  it('run twice asks little and changes nothing; what is not due is not visited at all', async () => {
    const context = aCatalogue(['un', 'deux'])
    await run(context)
    const before = kept(context)
    const asked = forge.requests.length

    expect((await run(context)).outcomes).toMatchObject({ read: 0, unchanged: 0 })
    expect(forge.requests.length).toBe(asked)

    expect((await run(context, { all: true })).outcomes).toMatchObject({ read: 0, unchanged: 2 })
    expect(forge.requests.length - asked).toBeLessThanOrEqual(4)
    expect(kept(context)).toEqual(before)
  })

  it('sees what has changed since: a release is told to those who follow the publisher', async () => {
    const context = aCatalogue(['un'])
    await run(context)
    context.db.delete(publisherEvent).run()
    forge.push('ville/un', [{ files: { CHANGELOG: 'x' } }], { tags: ['v1.1'] })

    await run(context, { software: 'un' })

    expect(rowOf(context, 'un').signs.changelog).toBe('CHANGELOG')
    expect(context.db.select().from(publisherEvent).all()).toMatchObject([
      { kind: 'release', detail: { tag: 'v1.1', version: '1.1' } },
    ])
  })

  it('goes on when one repository is at fault, and says which and why', async () => {
    const context = aCatalogue(['un', 'parti', 'deux'])
    forge.fail('ville/parti', 'password')
    follow(context, 'interne', 'https://10.0.0.1/a/b')

    const report = await run(context)

    expect(report.outcomes).toMatchObject({ read: 2, failed: 1 })
    expect(report.failed).toMatchObject([
      { software: 'parti', fault: 'not-found-or-private', fr: expect.stringMatching(/public/) },
    ])
    expect(rowOf(context, 'parti')).toMatchObject({ state: 'vanished', failures: 1 })
    expect(rowOf(context, 'interne')).toMatchObject({ state: 'refused', fault: 'address-private' })
  })

  it('goes on, too, when what is in a repository makes us fail ourselves', async () => {
    const context = aCatalogue(['un', 'deux'])
    context.db.run(sql`CREATE TRIGGER fault BEFORE INSERT ON software_release
      WHEN NEW.software_id = (SELECT id FROM software WHERE slug = 'un')
      BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END`)
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)

    const report = await run(context)

    expect(report.outcomes).toMatchObject({ read: 1, failed: 1 })
    expect(report.failed).toMatchObject([{ software: 'un', fault: 'unexpected' }])
    expect(log.mock.calls.join()).toContain('a fault of ours')
    expect(context.db.select().from(activityMonth).all(), 'nothing of it is written').toHaveLength(
      1,
    )
  })

  it('keeps since when a repository has gone, and what was read of it; then that it is back', async () => {
    const context = aCatalogue(['un'])
    await run(context)
    const before = kept(context)
    forge.fail('ville/un', 'password')

    await run(context, { all: true })
    const { stateSince, nextAt } = rowOf(context, 'un')
    await run(context, { all: true })

    expect(rowOf(context, 'un')).toMatchObject({ state: 'vanished', stateSince, failures: 2 })
    expect(rowOf(context, 'un').nextAt > nextAt).toBe(true)
    expect(kept(context)).toEqual(before)

    forge.fail('ville/un', null)
    await run(context, { all: true })
    expect(rowOf(context, 'un')).toMatchObject({ state: 'readable', failures: 0, fault: '' })
    expect(
      context.db
        .select()
        .from(publisherEvent)
        .all()
        .map(({ kind, detail }) => [kind, detail.to]),
    ).toContainEqual(['repository-state', 'vanished'])
  })

  it('does not take a repository for lost when its host fails once', async () => {
    const context = aCatalogue(['un'])
    await run(context)
    forge.fail('ville/un', { status: 503 })

    await run(context, { all: true })
    expect(rowOf(context, 'un')).toMatchObject({ state: 'readable', fault: 'server-fault' })
    await run(context, { all: true })
    expect(rowOf(context, 'un')).toMatchObject({ state: 'unreachable' })
  })

  it('leaves a host alone that fails again and again, and the others are read', async () => {
    const context = aCatalogue(['un', 'deux'])
    const down = await startGitServer()
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      follow(context, name, `${down.url}/ville/${name}.git`)
    }
    await down.close()
    const forgeHosts = [forge.host, down.host]

    const report = await run(context, {
      settings: settings({ forgeHosts, harvest: { enabled: true, parallel: 1 } }),
    })

    expect(report.outcomes).toEqual({ read: 2, unchanged: 0, failed: 2, postponed: 3 })
  })

  it('follows the address of an entry: another one is read anew, none is forgotten', async () => {
    const context = aCatalogue(['un'])
    await run(context)
    const other = forge.add('ville/autre', { files: { 'README.md': 'x' } })
    const set = (address: string) =>
      context.db.update(software).set({ repository: address }).where(eq(software.slug, 'un')).run()

    set(rowOf(context, 'un').address.replace(/\.git$/, '/'))
    expect((await run(context)).outcomes).toMatchObject({ read: 0, unchanged: 0 })
    set(other)
    expect((await run(context)).outcomes).toMatchObject({ read: 1 })
    expect(rowOf(context, 'un')).toMatchObject({ address: other, signs: { tests: null } })
    expect(context.db.select().from(softwareRelease).all()).toEqual([])
    set('')
    await run(context)
    expect(context.db.select().from(repository).all()).toEqual([])
  })

  it('writes nothing to an entry that has another address by the time it is read', async () => {
    const context = aCatalogue(['un'])
    const other = forge.add('ville/autre', { files: { 'README.md': 'x' } })
    forge.answer = () => {
      context.db.update(software).set({ repository: other }).run()
      followEntries(context, [forge.host])
      forge.answer = null
      return false
    }

    await run(context)

    expect(rowOf(context, 'un')).toMatchObject({ address: other, state: 'new', readAt: '' })
    expect(context.db.select().from(softwareRelease).all()).toEqual([])
  })

  it('is for the server alone', async () => {
    const context = aCatalogue([])

    await expect(run({ ...context, actor: { kind: 'visitor' } })).rejects.toThrow()
  })
})

describe('a forge with a token', () => {
  it('is asked what git does not say, by conditional requests', async () => {
    const context = aCatalogue(['un'])
    const asked: Array<[string, unknown, unknown]> = []
    const project = { archived: false, description: 'x', clone_url: '', http_url_to_repo: null }
    forge.answer = (request, response) => {
      if (!request.url?.startsWith('/api/')) return false
      const { url, headers } = request
      asked.push([url, headers['private-token'] ?? headers.authorization, headers['if-none-match']])
      const etag = `"${project.archived}"`
      if (url.startsWith('/api/v4')) response.writeHead(404).end()
      else if (headers['if-none-match'] === etag) response.writeHead(304).end()
      else {
        response
          .writeHead(200, { ETag: etag })
          .end(JSON.stringify({ ...project, clone_url: `${forge.url}/ville/un.git` }))
      }
      return true
    }
    const withToken = { settings: settings({ forgeTokens: { [forge.host]: 'secret' } }), all: true }

    await run(context, withToken)
    expect(rowOf(context, 'un')).toMatchObject({ state: 'readable', apiEtag: '"false"' })
    await run(context, withToken)
    expect(asked.at(-1)).toEqual(['/api/v1/repos/ville/un', 'token secret', '"false"'])
    project.archived = true
    await run(context, withToken)

    expect(rowOf(context, 'un')).toMatchObject({ state: 'archived', apiEtag: '"true"' })
    await run(context, withToken)
    expect(rowOf(context, 'un')).toMatchObject({ state: 'archived' })
  })
})

describe('a harvest that is killed', () => {
  it('leaves each repository as it was or as it is: a next run ends the work', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-killed-'))
    const file = path.join(folder, 'mutualibre.db')
    const db = openDatabase(file)
    applyMigrations(db)
    const context = makeTestContext({ db, now: new Date() })
    someFunctions(context)
    const names = Array.from({ length: 12 }, (_, n) => `depot-${n}`)
    for (const name of names) {
      follow(context, name, forge.add(`ville/${name}`, { files: FILES, tags: ['v1.0', 'v2.0'] }))
    }

    const child = fork(path.join(import.meta.dirname, '../cli/harvest.ts'), [], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: 'ignore',
      env: {
        ...process.env,
        MUTUALIBRE_DATA: folder,
        FORGE_HOSTS: forge.host,
        HARVEST_PARALLEL: '2',
      },
    })
    const readSoFar = () =>
      db.select().from(repository).where(eq(repository.state, 'readable')).all()
    await vi.waitFor(() => expect(readSoFar().length).toBeGreaterThan(2), { timeout: 60_000 })
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('exit', resolve))

    const read = readSoFar()
    expect(read.length).toBeLessThan(names.length)
    expect(db.select().from(softwareRelease).all()).toHaveLength(read.length * 2)
    expect(db.select().from(activityMonth).all().length % read.length).toBe(0)
    const after = await run({ ...context, now: new Date() })
    expect(after.outcomes).toMatchObject({ read: names.length - read.length, failed: 0 })
    db.$client.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
