import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { KNOWN_CHROMIUMS } from '#lib/testing/machine.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { ensureBuild } from './next-build.ts'

const root = path.join(import.meta.dirname, '../..')
const results = path.join(root, 'test-results')
const unitReport = path.join(results, 'vitest.json')
const browserReport = path.join(results, 'playwright.json')

// npm run check: everything that CI runs, in the order in which failures are cheapest to find.
await runCommandLine(async () => {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  step('Format et règles', 'biome', ['ci', '--error-on-warnings', '.'])
  step('Types des routes', 'next', ['typegen'])
  step('Types', 'tsc', ['--noEmit', '--incremental', 'false'])
  step('Code inutilisé', 'knip', [])
  step('Migrations', 'drizzle-kit', ['check', '--config', 'db/drizzle.config.ts'])
  step('Tests unitaires', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${unitReport}`,
  ])
  await ensureBuild(root)
  provideBrowser()
  // A browser stalls on a busy machine: what passes only the second time is counted and said.
  step('Tests dans le navigateur', 'playwright', ['test', '--retries=1'])
  summary()
})

function step(title: string, tool: string, options: string[]): void {
  process.stdout.write(`\n── ${title}\n`)
  const done = spawnSync(path.join(root, 'node_modules/.bin', tool), options, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (done.status !== 0) throw new CannotGoOn(`\n${title} : échec (${tool}).`)
}

/** The system's Chromium where there is one; else Playwright downloads its own. */
function provideBrowser(): void {
  const known = [process.env.CHROMIUM_PATH, ...KNOWN_CHROMIUMS]
  if (known.some((file) => file && existsSync(file))) return
  step('Navigateur', 'playwright', ['install', 'chromium'])
}

interface UnitReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: Array<{
    assertionResults: Array<{ status: string; fullName: string }>
  }>
}
interface BrowserReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** One plain line that any CI can read, counted from the runners' own reports. */
function summary(): void {
  const unit = JSON.parse(readFileSync(unitReport, 'utf8')) as UnitReport
  const { stats } = JSON.parse(readFileSync(browserReport, 'utf8')) as BrowserReport
  const passed = unit.numPassedTests + stats.expected + stats.flaky
  const failed = unit.numFailedTests + stats.unexpected
  const skipped = unit.numPendingTests + stats.skipped
  for (const { assertionResults } of unit.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') {
        process.stdout.write(`sauté : ${fullName.trim()}\n`)
      }
    }
  }
  if (stats.flaky > 0) process.stdout.write(`passés au second essai : ${stats.flaky}\n`)
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`)
}
