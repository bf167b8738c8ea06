import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Meilisearch } from 'meilisearch'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Db, openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import type { Context } from '#lib/context.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import { anOrganisationInput, aSoftware, SOURCE, someFunctions } from '#lib/testing/builders.ts'
import {
  type FaultyProxy,
  failing,
  late,
  ofVersion,
  startFaultyProxy,
} from '#lib/testing/faulty-proxy.ts'
import {
  accessTo,
  type MeiliServer,
  NO_MEILISEARCH_PROGRAM,
  startMeilisearch,
} from '#lib/testing/meilisearch.ts'
import { answerSearch } from './answer.ts'
import { SEARCH_KINDS } from './engine.ts'
import { makeSearchEngine } from './engines.ts'
import { closedGate, type SearchGate } from './gate.ts'
import { type RunningIndexer, rebuildSearch, startIndexer } from './indexer.ts'
import { indexName } from './internal/meili-connection.ts'
import { meiliDocuments } from './internal/meili-documents.ts'
import { TABLES } from './internal/outbox.ts'
import type { MeiliAccess } from './meili-access.ts'
import { searchRequest } from './schema.ts'

// What can go wrong with a search server, caused for real: a visitor always gets results, nothing that
// was written is lost, and the index ends equal to the database.

const why = NO_MEILISEARCH_PROGRAM
describe.skipIf(why)(`with a Meilisearch that fails${why ? ` (skipped: ${why})` : ''}`, () => {
  let server: MeiliServer
  let proxy: FaultyProxy
  const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-faults-'))
  let databases = 0

  beforeAll(async () => {
    server = await startMeilisearch({ toKill: true })
    proxy = await startFaultyProxy(server.url)
  }, 30_000)
  afterAll(async () => {
    await proxy.close()
    await server.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  interface Running {
    context: Context
    file: string
    access: MeiliAccess
    gate: SearchGate
    said: string[]
    indexer: RunningIndexer
    search(q: string): ReturnType<typeof answerSearch>
  }
  const running: Running[] = []
  afterEach(async () => {
    proxy.fault = null
    await Promise.all(running.splice(0).map(({ indexer }) => indexer.stop()))
  })

  /** A catalogue in a file, with openExemple in it, and what a server runs beside it. */
  async function aRunningCatalogue(url = proxy.url): Promise<Running> {
    databases++
    const file = path.join(folder, `${databases}.db`)
    const db = openDatabase(file)
    applyMigrations(db)
    const context: Context = {
      db,
      actor: { kind: 'operator', name: 'test' },
      now: new Date('2026-01-15T12:00:00Z'),
    }
    someFunctions(context)
    aSoftware(context)
    const access = accessTo(server, url)
    const gate = closedGate()
    const said: string[] = []
    const log = (sentence: string) => void said.push(sentence)
    const engine = makeSearchEngine({ db, access, gate, log })
    const indexer = startIndexer({ db, access, gate, log })
    const search = (q: string) =>
      answerSearch({ db, search: engine }, searchRequest.parse({ q, facettes: 'non' }))
    const all = { context, file, access, gate, said, indexer, search }
    running.push(all)
    return all
  }

  /** Waits until Meilisearch itself answers. */
  const answeredBy = (
    { search }: Pick<Running, 'search'>,
    engine: 'meilisearch' | 'fts5',
    timeout = 20_000,
  ) =>
    vi.waitFor(
      async () => {
        expect((await search('openexemple')).engine).toBe(engine)
      },
      { timeout, interval: 100 },
    )

  /** Every document that the server holds, by kind and id; none where the index is gone. */
  async function documentsOf(access: MeiliAccess) {
    const client = new Meilisearch({ host: server.url, apiKey: server.key })
    const all: Record<string, unknown[]> = {}
    for (const kind of SEARCH_KINDS) {
      const { results } = await client
        .index(indexName(access, kind))
        .getDocuments<{ id: number }>({ limit: 100_000 })
      all[kind] = results.sort((a, b) => a.id - b.id)
    }
    return all
  }

  /** The same, from the database. */
  function documentsFrom(db: Db) {
    return Object.fromEntries(
      SEARCH_KINDS.map((kind) => {
        const ids = db
          .all<{ id: number }>(sql`SELECT id FROM ${sql.raw(TABLES[kind])} ORDER BY id`)
          .map((row) => row.id)
        return [kind, JSON.parse(JSON.stringify(meiliDocuments(db, kind, ids))) as unknown[]]
      }),
    )
  }

  /** Communes named after `name`, written as an import would. */
  function writeTowns(context: Context, name: string, from: number, count: number): void {
    for (let n = from; n < from + count; n++) {
      const input = anOrganisationInput({
        key: `${name}-${n}`,
        siren: null,
        name: `${name}ville${n}`,
      })
      loadOrganisations(context, [input], SOURCE)
    }
  }

  describe('a visitor gets results from the embedded engine', () => {
    it('while the server refuses connections; once it is back, the circuit closes by itself', async () => {
      const catalogue = await aRunningCatalogue()
      await answeredBy(catalogue, 'meilisearch')

      await server.kill()
      for (let n = 0; n < 5; n++) {
        expect(await catalogue.search('openexemple')).toMatchObject({ engine: 'fts5', total: 1 })
      }
      expect(catalogue.gate.circuit).toBe('open')
      expect(catalogue.said.join('\n')).toContain('meilisearch is away, fts5 answers')

      await server.restart()
      await answeredBy(catalogue, 'meilisearch')
      expect(catalogue.gate.circuit).toBe('closed')
      expect(catalogue.said.join('\n')).toContain('meilisearch answers again')
    }, 60_000)

    it.each([
      ['answers later than 300 ms', late(1_500)],
      ['answers errors', failing(500)],
      ['refuses the key', failing(403)],
    ])(
      'while the server %s',
      async (_what, fault) => {
        const catalogue = await aRunningCatalogue()
        await answeredBy(catalogue, 'meilisearch')

        proxy.fault = fault
        for (let n = 0; n < 4; n++) {
          expect(await catalogue.search('openexemple')).toMatchObject({ engine: 'fts5', total: 1 })
        }
        expect(catalogue.gate.circuit).toBe('open')
        expect(catalogue.gate.lastError?.message).not.toContain(server.key)

        proxy.fault = null
        await answeredBy(catalogue, 'meilisearch')
      },
      60_000,
    )

    it('while the server is of a version that nobody knows', async () => {
      proxy.fault = ofVersion('0.30.5')
      const catalogue = await aRunningCatalogue()

      await vi.waitFor(() => {
        expect(catalogue.gate.lastError?.message).toContain('Meilisearch 0.30.5 is not supported')
      })
      expect(await catalogue.search('openexemple')).toMatchObject({ engine: 'fts5', total: 1 })

      proxy.fault = null
      await answeredBy(catalogue, 'meilisearch')
    }, 60_000)

    it('while the server has been emptied; it is filled again by itself', async () => {
      const catalogue = await aRunningCatalogue()
      await answeredBy(catalogue, 'meilisearch')
      const client = new Meilisearch({ host: server.url, apiKey: server.key })

      await client.index(indexName(catalogue.access, 'software')).deleteAllDocuments().waitTask()
      expect(await catalogue.search('openexemple')).toMatchObject({ engine: 'fts5', total: 1 })
      await answeredBy(catalogue, 'meilisearch')

      for (const index of [...SEARCH_KINDS, 'state'] as const) {
        await client.deleteIndex(indexName(catalogue.access, index)).waitTask()
      }
      expect(await catalogue.search('openexemple')).toMatchObject({ engine: 'fts5', total: 1 })
      await answeredBy(catalogue, 'meilisearch')
      expect(await documentsOf(catalogue.access)).toEqual(documentsFrom(catalogue.context.db))
    }, 60_000)

    it('while the index is that of another database', async () => {
      const catalogue = await aRunningCatalogue()
      await answeredBy(catalogue, 'meilisearch')
      const client = new Meilisearch({ host: server.url, apiKey: server.key })
      const state = client.index(indexName(catalogue.access, 'state'))

      await state.updateDocuments([{ id: 'state', catalogue: 'another' }]).waitTask()
      await vi.waitFor(() => expect(catalogue.said.join('\n')).toContain('(of another database)'), {
        timeout: 15_000,
      })
      await answeredBy(catalogue, 'meilisearch')
    }, 60_000)
  })

  describe('nothing written is lost', () => {
    it('of 500 writes made while the server is away: all are found within ten seconds of its return', async () => {
      const catalogue = await aRunningCatalogue()
      await answeredBy(catalogue, 'meilisearch')

      await server.kill()
      writeTowns(catalogue.context, 'absent', 0, 500)
      await server.restart()

      const returned = performance.now()
      await vi.waitFor(
        async () => {
          const { engine, organisations } = await catalogue.search('absentville499')
          expect([engine, organisations[0]?.name]).toEqual(['meilisearch', 'absentville499'])
        },
        { timeout: 10_000, interval: 50 },
      )
      // What the issue asks for is a delay: it is the one thing here that a clock has to judge.
      expect(performance.now() - returned).toBeLessThan(10_000)
      expect(await documentsOf(catalogue.access)).toEqual(documentsFrom(catalogue.context.db))
    }, 60_000)

    it('when rows are written while the index is being rebuilt', async () => {
      const catalogue = await aRunningCatalogue()
      await answeredBy(catalogue, 'meilisearch')
      writeTowns(catalogue.context, 'avant', 0, 50)

      const rebuilt = rebuildSearch(catalogue.context.db, catalogue.access, {
        start: () => undefined,
        step: () => writeTowns(catalogue.context, `pendant${Math.random()}`, 0, 20),
        stop: () => undefined,
      })
      // Searches go on all the while, and find what was there.
      const found: number[] = []
      let over = false
      const searching = (async () => {
        while (!over) {
          found.push((await catalogue.search('openexemple')).total)
          await sleep(20)
        }
      })()
      await rebuilt
      over = true
      await searching

      expect(new Set(found)).toEqual(new Set([1]))
      await vi.waitFor(
        async () =>
          expect(await documentsOf(catalogue.access)).toEqual(documentsFrom(catalogue.context.db)),
        { timeout: 15_000, interval: 200 },
      )
    }, 60_000)

    // After so many requests of a process, it is killed: before the request reaches the server, so that
    // what it asked for is not done, and just after, so that it never learns that it was.
    it.each(
      [
        ...[2, 4, 5, 6].map((at) => ['drain', at] as const),
        // From its first request to the swap and what follows it.
        ...[4, 10, 16, 22, 28, 29, 30, 31, 32, 33].map((at) => ['rebuild', at] as const),
      ].flatMap(([mode, at]) =>
        (['before', 'after'] as const).map((when) => [mode, at, when] as const),
      ),
    )(
      'when the process dies in a %s, at its request number %i, %s it is sent',
      async (mode, at, when) => {
        const { context, file, access, indexer } = await aRunningCatalogue()
        await vi.waitFor(async () => expect((await documentsOf(access)).software).toHaveLength(1), {
          timeout: 20_000,
        })
        await indexer.stop()
        writeTowns(context, 'mort', 0, 40)

        const child = spawn(
          process.execPath,
          ['lib/testing/index-in-a-process.ts', mode, file, proxy.url, server.key, access.prefix],
          { stdio: 'inherit' },
        )
        const dead = new Promise((resolve) => child.once('exit', resolve))
        let requests = 0
        proxy.fault = async (incoming, outgoing) => {
          requests++
          if (requests !== at) return
          if (when === 'before') {
            child.kill('SIGKILL')
            outgoing.destroy()
          } else {
            incoming.once('end', () => setTimeout(() => child.kill('SIGKILL'), 5))
          }
        }
        await Promise.race([dead, sleep(10_000)])
        child.kill('SIGKILL')
        await dead
        proxy.fault = null
        expect(requests, 'it was killed in the middle').toBeGreaterThanOrEqual(at)

        // The lease of a rebuild that was killed is still on: as if its minute had passed.
        context.db.run(sql`UPDATE meta SET value = '0' WHERE key = 'search-rebuild-until'`)
        const gate = closedGate()
        const next = startIndexer({ db: context.db, access, gate, log: () => undefined })
        await vi.waitFor(
          async () => {
            expect(gate.ready).toBe(true)
            expect(await documentsOf(access)).toEqual(documentsFrom(context.db))
          },
          { timeout: 20_000, interval: 100 },
        )
        await next.stop()
      },
      60_000,
    )
  })

  it('50 requests a second for 30 seconds, the server killed and back twice: no search fails', async () => {
    const catalogue = await aRunningCatalogue()
    await answeredBy(catalogue, 'meilisearch')
    const answers: Array<Promise<string>> = []
    const ask = async () => {
      const { engine, total } = await catalogue.search('openexemple')
      return total === 1 ? engine : 'nothing found'
    }

    const disturbance = (async () => {
      for (let time = 0; time < 2; time++) {
        await sleep(6_000)
        await server.kill()
        await sleep(5_000)
        await server.restart()
      }
    })()
    for (let n = 0; n < 50 * 30; n++) {
      answers.push(ask().catch((error: unknown) => `failed: ${String(error)}`))
      await sleep(20)
    }
    await disturbance

    const outcomes = Map.groupBy(await Promise.all(answers), (outcome) => outcome)
    expect([...outcomes.keys()].sort()).toEqual(['fts5', 'meilisearch'])
    expect(answers).toHaveLength(1_500)
    await answeredBy(catalogue, 'meilisearch')
  }, 90_000)
})
