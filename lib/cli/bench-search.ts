import path from 'node:path'
import { openDatabase } from '#db/client.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import type { SearchQuestion } from '#lib/search/engine.ts'
import { askMeilisearchRaw, fts5Alone } from '#lib/search/engines.ts'
import { rebuildSearch } from '#lib/search/indexer.ts'
import { NO_FACET_WANTED } from '#lib/software/schema.ts'
import { accessTo, NO_MEILISEARCH, startMeilisearch } from '#lib/testing/meilisearch.ts'
import { timeKeystrokes } from './bench/keystrokes.ts'
import { type Timing, timingOf, turn } from './bench/measure.ts'
import { parametersOf } from './bench/parameters.ts'
import { prepareScale, SCALES } from './bench/scale.ts'
import { type SearchCase, searchCases } from './bench/search-cases.ts'
import { type BenchServer, startServer } from './bench/server.ts'
import { runCommandLine } from './fail.ts'
import { ensureBuild } from './next-build.ts'
import { commandLineProgress } from './progress-bar.ts'

const WARM_UP = 40
const CALLS = 200
const LIMIT = 8

// npm run bench:search: how fast both engines answer at 10,000 software, and a keystroke in the browser.
await runCommandLine(async () => {
  const progress = commandLineProgress()
  const [scale] = SCALES
  if (!scale) throw new Error('there is no scale')
  const { settings } = prepareScale(readSettings(), scale, progress)
  await ensureBuild(path.join(import.meta.dirname, '../..'))
  const db = openDatabase(databaseFile(settings))
  const cases = searchCases(parametersOf(db))
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(`${scale.software} logiciels, millisecondes, ${CALLS} appels chacun\n`)

  say('SQLite FTS5, dans le processus, toutes les facettes comptées')
  const engine = fts5Alone(db)
  const worst: number[] = []
  for (const item of cases) {
    const timing = await time(item, (q) => engine.search(questionOf(q)))
    worst.push(timing.p95)
    say(line(item.name, [timing]))
  }
  say(
    verdict(
      Math.max(...worst) < 30,
      `p95 le plus haut ${Math.max(...worst).toFixed(1)} ms (voulu : moins de 30)`,
    ),
  )

  const embedded = await startServer(settings)
  await keystrokes('SQLite FTS5', embedded, say)
  await embedded.stop()

  if (NO_MEILISEARCH) say(`\nMeilisearch : non mesuré (${NO_MEILISEARCH})`)
  else {
    const server = await startMeilisearch()
    try {
      // The server names its indexes after its data: so must we.
      const access = { ...accessTo(server), prefix: 'bench_bench' }
      const started = performance.now()
      await rebuildSearch(db, access, progress)
      say(
        `\nMeilisearch : index construit en ${((performance.now() - started) / 1_000).toFixed(0)} s`,
      )
      const app = await startServer(settings, {
        MEILI_URL: server.url,
        MEILI_KEY: server.key,
        MEILI_PREFIX: 'bench',
      })
      await until(async () => (await searchOf(app, 'gestion')).engine === 'meilisearch')
      say(
        `${''.padEnd(24)}${'notre adresse'.padStart(18)}${'Meilisearch seul'.padStart(18)}   rapport`,
      )
      for (const item of cases) {
        const [ours, raw] = await timeSideBySide(
          item,
          (q) => searchOf(app, q),
          (q) => askMeilisearchRaw(access, questionOf(q)),
        )
        const ratio = ours.p95 / raw.p95
        say(`${line(item.name, [ours, raw])}   ${ratio.toFixed(2)}`)
        // A need is put to the server in another way than the one it is compared with.
        if (item.name !== 'un besoin') {
          say(
            verdict(
              ratio <= 1.5,
              `${item.name} : p95 ${ratio.toFixed(2)} fois celui de Meilisearch (voulu : 1,5 au plus)`,
            ),
          )
        }
      }
      await keystrokes('Meilisearch', app, say)
      await app.stop()
    } finally {
      await server.remove()
    }
  }
  db.$client.close()
})

function questionOf(q: string): SearchQuestion {
  return {
    q,
    software: {
      wanted: NO_FACET_WANTED,
      near: null,
      sort: 'pertinence',
      offset: 0,
      limit: LIMIT,
      facets: true,
    },
    organisations: 5,
    functions: 5,
  }
}

async function time(
  { queries }: SearchCase,
  ask: (q: string) => Promise<unknown>,
): Promise<Timing> {
  const durations: number[] = []
  for (let n = 0; n < WARM_UP + CALLS; n++) {
    const start = performance.now()
    await ask(turn(queries, n))
    if (n >= WARM_UP) durations.push(performance.now() - start)
  }
  return timingOf(durations)
}

/** Turn by turn, the same query to each: a busy moment of the machine is no one's alone. */
async function timeSideBySide(
  { queries }: SearchCase,
  ...ways: Array<(q: string) => Promise<unknown>>
): Promise<[Timing, Timing]> {
  const durations: number[][] = ways.map(() => [])
  for (let n = 0; n < WARM_UP + CALLS; n++) {
    for (let way = 0; way < ways.length; way++) {
      // Each goes first as often as the other: the second finds the words in memory.
      const at = (way + n) % ways.length
      const start = performance.now()
      await ways[at]?.(turn(queries, n))
      if (n >= WARM_UP) durations[at]?.push(performance.now() - start)
    }
  }
  return [timingOf(durations[0] ?? []), timingOf(durations[1] ?? [])]
}

async function searchOf(app: BenchServer, q: string): Promise<{ engine: string }> {
  const answer = await fetch(
    `${app.address}/api/v1/search?${new URLSearchParams({ q, limit: String(LIMIT) })}`,
  )
  if (!answer.ok) throw new Error(`${answer.status} for "${q}"`)
  return (await answer.json()) as { engine: string }
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 200))
}

async function keystrokes(
  engine: string,
  app: BenchServer,
  say: (text: string) => void,
): Promise<void> {
  const timing = await timeKeystrokes(app.address)
  say(`\nD’une touche aux résultats peints dans Chromium (${engine})\n${line('', [timing])}`)
  say(verdict(timing.p95 < 100, `p95 ${timing.p95.toFixed(0)} ms (voulu : moins de 100)`))
}

function line(name: string, timings: readonly Timing[]): string {
  const figures = timings.map(
    ({ median, p95 }) => `${median.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)}`,
  )
  return name.padEnd(24) + figures.join('')
}

function verdict(met: boolean, text: string): string {
  if (!met) process.exitCode = 1
  return `${met ? 'tenu  ' : 'MANQUÉ'}  ${text}`
}
