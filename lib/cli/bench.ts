import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { openDatabase } from '#db/client.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { databaseFile, readSettings, type Settings } from '#lib/env.ts'
import { countOrganisations } from '#lib/organisations/queries.ts'
import type { Progress } from '#lib/progress.ts'
import { timeEvidence } from './bench/evidence.ts'
import { pagesOf, STEPS_A_PAGE, timePages } from './bench/pages.ts'
import { parametersOf } from './bench/parameters.ts'
import { QUERY_CASES, timeQueries } from './bench/queries.ts'
import { evidenceText, jsonOf, textOf } from './bench/report.ts'
import { prepareScale, SCALES, type ScaleDatabase } from './bench/scale.ts'
import { type BenchServer, startServer } from './bench/server.ts'
import { evidenceMisses, judge, type Report, type ScaleResult } from './bench/verdict.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { ensureBuild } from './next-build.ts'
import { commandLineProgress } from './progress-bar.ts'

const STARTS = 3
const OPTIONS = ['--json', '--evidence']

// npm run bench [-- --json]: a catalogue ten thousand software large and one a tenth of it, timed.
// npm run bench -- --evidence: the label's evidence alone, on the large one.
await runCommandLine(async () => {
  const options = process.argv.slice(2)
  const unknown = options.find((option) => !OPTIONS.includes(option))
  if (unknown) {
    throw new CannotGoOn(`Option inconnue : ${unknown}. Il y a ${OPTIONS.join(' et ')}.`)
  }
  const progress = commandLineProgress()
  const settings = readSettings()
  if (options.includes('--evidence')) {
    evidenceAlone(settings, progress)
    return
  }
  const loadBefore = loadavg()[0] ?? Number.NaN
  const databases = SCALES.map((scale) => prepareScale(settings, scale, progress))
  const results: ScaleResult[] = []
  for (const database of databases) results.push(await measureInProcess(database, progress))
  await measureServers(results, progress)
  const [full, tenth] = results
  if (!full || !tenth) throw new Error('two scales were to be measured')
  const report: Report = {
    machine: {
      cpu: cpus()[0]?.model ?? '?',
      cores: cpus().length,
      memory: totalmem(),
      node: process.versions.node,
      load: [loadBefore, loadavg()[0] ?? Number.NaN],
    },
    full,
    tenth,
  }
  process.stdout.write(options.includes('--json') ? jsonOf(report) : textOf(report))
  if (judge(report).some(({ met }) => !met)) process.exitCode = 1
})

function evidenceAlone(settings: Settings, progress: Progress): void {
  const [full] = SCALES
  if (!full) throw new Error('no scale to measure on')
  const timings = timeEvidence(prepareScale(settings, full, progress), progress)
  process.stdout.write(`${evidenceText(timings)}\n`)
  if (evidenceMisses(timings).length > 0) process.exitCode = 1
}

async function measureInProcess(database: ScaleDatabase, progress: Progress): Promise<ScaleResult> {
  const file = databaseFile(database.settings)
  const db = openDatabase(file)
  progress.start(`Preuve des chiffres, ${database.scale.name}`, 1)
  const figures = compareFigures({ db })
  const organisations = countOrganisations({ db }).all
  progress.step()
  progress.stop()
  db.$client.close()
  progress.start(`Requêtes, ${database.scale.name}`, QUERY_CASES)
  const queries = await timeQueries(file, () => progress.step())
  progress.stop()
  const evidence = timeEvidence(database, progress)
  return {
    database,
    organisations,
    figures,
    queries,
    evidence,
    starts: [],
    pages: [],
    peakMemory: null,
  }
}

/** Starts a server on each scale a few times, keeps the last one of each, and times its pages. */
async function measureServers(results: readonly ScaleResult[], progress: Progress): Promise<void> {
  await ensureBuild(path.join(import.meta.dirname, '../..'))
  const servers: BenchServer[] = []
  try {
    for (const { database, starts } of results) {
      progress.start(`Démarrages, ${database.scale.name}`, STARTS)
      for (let index = 1; index <= STARTS; index++) {
        const server = await startServer(database.settings)
        starts.push(server.readyIn)
        if (index < STARTS) await server.stop()
        else servers.push(server)
        progress.step()
      }
      progress.stop()
    }
    const asked = results.map(({ database }, index) => {
      const db = openDatabase(databaseFile(database.settings))
      const pages = pagesOf(parametersOf(db))
      db.$client.close()
      return { address: servers[index]?.address ?? '', pages }
    })
    const steps = asked.reduce((sum, { pages }) => sum + pages.length * STEPS_A_PAGE, 0)
    progress.start('Pages', steps)
    const timings = await timePages(asked, () => progress.step())
    progress.stop()
    for (const [index, result] of results.entries()) {
      result.pages = timings[index] ?? []
      result.peakMemory = servers[index]?.peakMemory() ?? null
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}
