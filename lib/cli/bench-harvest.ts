import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { anEntry, aPublisher, someFunctions } from '#lib/testing/builders.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

const REPOSITORIES = 1_000
/** Seconds that the issue grants to each run, and megabytes to the harvest with all that it starts. */
const TARGETS = { first: 300, second: 60, memory: 300 }

const require = createRequire(import.meta.url)
const PUBLICCODE = `publiccodeYmlVersion: "0.4"
name: NAME
url: https://forge.example.org/ville/depot
softwareVersion: "1.2.0"
releaseDate: "2025-06-01"
platforms: [web]
categories: [records-management]
developmentStatus: stable
softwareType: standalone/web
description:
  fr:
    shortDescription: Un logiciel des collectivités
    longDescription: ${'Ce logiciel sert aux collectivités pour gérer ce qu’elles gèrent. '.repeat(8)}
    features: [Gestion, Éditions]
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: internal
  contacts:
    - name: Camille Martin
localisation:
  localisationReady: true
  availableLanguages: [fr]
`

// npm run bench:harvest: 1,000 repositories on a git server of this machine, harvested twice.
await runCommandLine(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-bench-harvest-'))
  process.stderr.write(`${REPOSITORIES} dépôts préparés dans ${folder}…\n`)
  const { forge, url } = await startForge(folder)
  try {
    const data = path.join(folder, 'data')
    const host = new URL(url).host
    const environment = {
      ...process.env,
      MUTUALIBRE_DATA: data,
      MUTUALIBRE_DATASET: 'real',
      FORGE_HOSTS: host,
    }
    const db = openPreparedDatabase(readSettings(environment))
    makeEntries(db, url)
    db.$client.close()
    const first = await inItsProcess(environment)
    const second = await inItsProcess(environment)
    process.stdout.write(`charge de la machine ${loadavg()[0]?.toFixed(1)} (une minute)
première moisson ${line(first)}   objectif ${TARGETS.first} s
seconde moisson  ${line(second)}   objectif ${TARGETS.second} s
mémoire          ${Math.max(first.memory, second.memory)} Mo, processus de git compris   objectif ${TARGETS.memory} Mo
`)
    if (
      first.seconds > TARGETS.first ||
      second.seconds > TARGETS.second ||
      Math.max(first.memory, second.memory) > TARGETS.memory ||
      first.outcomes.read !== REPOSITORIES ||
      second.outcomes.unchanged !== REPOSITORIES
    ) {
      throw new CannotGoOn('L’objectif n’est pas tenu.')
    }
  } finally {
    const gone = new Promise((resolve) => forge.on('exit', resolve))
    forge.disconnect()
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
})

/** The git server, with its repositories made. */
function startForge(folder: string): Promise<{ forge: ChildProcess; url: string }> {
  const licence = require('spdx-license-list/licenses/AGPL-3.0-or-later.json').licenseText as string
  const forge = fork(
    path.join(import.meta.dirname, 'bench/forge-server.ts'),
    [folder, String(REPOSITORIES), PUBLICCODE, licence],
    { execArgv: ['--disable-warning=ExperimentalWarning'] },
  )
  return new Promise((resolve, reject) => {
    forge.on('message', (url) => resolve({ forge, url: String(url) }))
    forge.on('exit', (code) => reject(new Error(`the git server ended with ${code}`)))
  })
}

/** One entry a repository, made as an import makes them. */
function makeEntries(db: Db, url: string): void {
  const context: Context = { db, actor: { kind: 'operator', name: 'bench' }, now: new Date() }
  someFunctions(context)
  aPublisher(context)
  const entries = Array.from({ length: REPOSITORIES }, (_, n) => {
    const slug = `depot-${n}`
    return { slug, entry: anEntry({ slug, name: `Dépôt ${n}` }) }
  })
  const { skipped } = importSoftware(context, entries)
  if (skipped[0]) throw new Error(skipped[0].reasons.join('; '))
  db.run(sql`UPDATE software SET repository = ${`${url}/ville/`} || slug || '.git'`)
}

interface Run {
  seconds: number
  /** Megabytes, at the most, of the harvest and of all that it had started. */
  memory: number
  outcomes: { read: number; unchanged: number; failed: number; postponed: number }
}

/** A harvest as `npm run harvest -- --all` does it. */
function inItsProcess(env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = fork(path.join(import.meta.dirname, 'harvest.ts'), ['--all', '--json'], {
      // As lib/cli/run.mjs starts it.
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--max-old-space-size=160',
        '--max-semi-space-size=8',
      ],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env,
    })
    let said = ''
    let memory = 0
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const watch = setInterval(() => {
      memory = Math.max(memory, child.pid === undefined ? 0 : megabytesOf(child.pid))
    }, 500)
    child.on('exit', (code) => {
      clearInterval(watch)
      if (code !== 0) return reject(new Error(`the harvest ended with ${code}`))
      const { outcomes } = JSON.parse(said) as Pick<Run, 'outcomes'>
      resolve({
        seconds: (performance.now() - began) / 1_000,
        memory: Math.round(memory),
        outcomes,
      })
    })
  })
}

/**
 * What a process and those that descend from it hold in memory now: what several share (the programs
 * themselves) is divided among them, as the kernel does it (PSS).
 */
function megabytesOf(root: number): number {
  const processes = new Map<number, { parent: number }>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      processes.set(Number(name), {
        parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
      })
    } catch {
      // It has ended.
    }
  }
  const isOurs = (pid: number): boolean => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true
    return false
  }
  let sum = 0
  for (const pid of processes.keys()) if (isOurs(pid)) sum += kilobytesOf(pid)
  return sum / 1_024
}

function kilobytesOf(pid: number): number {
  try {
    const shares = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(shares)?.[1] ?? 0)
  } catch {
    return 0
  }
}

function line({ seconds, memory, outcomes }: Run): string {
  return `${seconds.toFixed(1).padStart(6)} s   ${memory} Mo   ${JSON.stringify(outcomes)}`
}
