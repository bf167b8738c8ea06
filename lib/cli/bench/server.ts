import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '#lib/env.ts'
import { freePort } from '#lib/testing/machine.ts'
import { CannotGoOn } from '../fail.ts'

const root = path.join(import.meta.dirname, '../../..')
/** A build takes about a minute on a small machine. */
const START_LIMIT = 300_000
const STOP_LIMIT = 15_000
const HOST = '127.0.0.1'

export interface BenchServer {
  address: string
  /** Seconds from the start of the command to the first page answered with 200. */
  readyIn: number
  /** Peak of the resident memory so far, in bytes; null where the system does not say. */
  peakMemory(): number | null
  stop(): Promise<void>
}

/** Starts `npm run up` on a data folder, on a free port of this machine alone. */
export async function startServer(
  settings: Settings,
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const port = await freePort()
  const address = `http://${HOST}:${port}`
  const start = performance.now()
  const child = spawn(
    process.execPath,
    // By the door that `npm run up` takes, which sets how much memory the server may have.
    [path.join(root, 'lib/cli/run.mjs'), 'up'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        MUTUALIBRE_HOST: HOST,
        MUTUALIBRE_DATA: settings.dataFolder,
        MUTUALIBRE_DATASET: settings.dataset,
        // One machine asks more than all the visitors behind one address.
        SEARCH_RATE: '1000000',
        ...environment,
      },
    },
  )
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000)
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    await stopped(child)
  }
  while (!(await answers(address))) {
    const late = performance.now() - start > START_LIMIT
    if (late || child.exitCode !== null) {
      await stop()
      throw new CannotGoOn(`Le serveur n’a pas démarré sur ${settings.dataFolder}.\n${said}`)
    }
    await sleep(20)
  }
  const readyIn = (performance.now() - start) / 1_000
  return { address, readyIn, peakMemory: () => peakOf(child.pid), stop }
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(30_000) })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT)
  await gone
  clearTimeout(force)
}

/** The server is the child of the door. */
function peakOf(pid: number | undefined): number | null {
  const [server] = readProc(`${pid}/task/${pid}/children`).trim().split(' ')
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(`${server}/status`))
  return line?.[1] === undefined ? null : Number(line[1]) * 1_024
}

/** Empty where there is no such file: other systems than Linux. */
function readProc(name: string): string {
  const file = path.join('/proc', name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
