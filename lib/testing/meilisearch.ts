import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Meilisearch } from 'meilisearch'
import type { MeiliAccess } from '#lib/search/meili-access.ts'
import { freePort } from './machine.ts'

/** A real Meilisearch for tests: a program of this machine, or a server that is already there. */
const PROGRAM =
  process.env.MEILI_BIN ??
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'meilisearch'))
    .find((file) => existsSync(file))

/** Why tests that need a real Meilisearch are skipped; undefined where there is one. */
export const NO_MEILISEARCH =
  PROGRAM !== undefined || process.env.MEILI_TEST_URL
    ? undefined
    : 'no Meilisearch here: put `meilisearch` on the PATH, or set MEILI_BIN or MEILI_TEST_URL'

/** Tests that stop and start the server need a program; a server elsewhere is not ours to kill. */
export const NO_MEILISEARCH_PROGRAM =
  PROGRAM !== undefined
    ? undefined
    : 'no Meilisearch program here: put `meilisearch` on the PATH, or set MEILI_BIN'

export interface MeiliServer {
  url: string
  key: string
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again, on the same port and with what it had written. */
  restart(): Promise<void>
  /** Ends it and removes its folder. */
  remove(): Promise<void>
}

const MASTER_KEY = 'a-master-key-for-tests-alone'

/**
 * The server at MEILI_TEST_URL where there is one, else one of our own on a free loopback port, with a
 * folder of its own.
 * @param toKill the test kills it: one of our own in any case.
 */
export async function startMeilisearch({ toKill = false } = {}): Promise<MeiliServer> {
  const shared = process.env.MEILI_TEST_URL
  if (shared && !toKill) {
    const key = process.env.MEILI_TEST_KEY ?? ''
    const never = () => Promise.reject(new Error('this server is not ours to stop'))
    return { url: shared, key, kill: never, restart: never, remove: () => forgetTests(shared, key) }
  }
  if (PROGRAM === undefined) throw new Error(NO_MEILISEARCH)
  const program = PROGRAM
  const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-meilisearch-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(
      program,
      [
        ...['--http-addr', `127.0.0.1:${port}`, '--db-path', path.join(folder, 'data')],
        ...['--master-key', MASTER_KEY, '--env', 'production', '--no-analytics'],
        ...['--max-indexing-memory', '256MiB', '--max-indexing-threads', '1'],
        ...['--dump-dir', path.join(folder, 'dumps'), '--log-level', 'ERROR'],
      ],
      { stdio: 'ignore', cwd: folder },
    )
    for (let attempt = 0; attempt < 200; attempt++) {
      const answer = await fetch(`${url}/health`).catch(() => undefined)
      if (answer?.ok) return
      await sleep(50)
    }
    throw new Error('Meilisearch did not start within ten seconds')
  }
  const kill = async () => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill('SIGKILL')
    await ended
  }
  process.once('exit', () => child?.kill('SIGKILL'))
  await start()
  return {
    url,
    key: MASTER_KEY,
    kill,
    restart: start,
    async remove() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Takes the indexes of this run out of a server that others use. */
async function forgetTests(host: string, apiKey: string): Promise<void> {
  const client = new Meilisearch({ host, apiKey })
  const { results } = await client.getRawIndexes({ limit: 10_000 })
  for (const { uid } of results) {
    if (uid.startsWith(RUN)) await client.deleteIndex(uid).waitTask()
  }
}

const RUN = `test${process.pid}x${Date.now().toString(36)}`
let catalogues = 0

/** How to reach a server, with indexes that no other test has. */
export function accessTo(server: Pick<MeiliServer, 'url' | 'key'>, url = server.url): MeiliAccess {
  catalogues++
  const prefix = `${RUN}x${catalogues}`
  return { url, key: server.key, searchKey: '', prefix }
}
