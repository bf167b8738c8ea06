import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getCACertificates } from 'node:tls'
import { ForgeRefusal } from '../refusal.ts'
import type { RepositoryAddress } from '../rules/address.ts'
import { gitFault } from './git-fault.ts'
import { type GuardedProxy, startGuardedProxy } from './guarded-proxy.ts'
import type { Resolve } from './public-target.ts'
import { type GitRun, runGit } from './run-git.ts'

export interface VisitOptions {
  /** FORGE_HOSTS. */
  listed: readonly string[]
  resolve?: Resolve
  /** Milliseconds for the whole visit. */
  timeout: number
  /** Milliseconds without a byte before a host is silent. */
  idle: number
  /** Where git is looked for. */
  path?: string
}

/**
 * What is brought in is in a bare repository each: the tree of the branch, its log, and the tags. In one,
 * where each was cut off would cut off the others.
 */
export type Part = 'tree' | 'log' | 'tags'

/** One repository, visited: temporary folders, and the only way to its server. */
export interface Visit {
  readonly address: RepositoryAddress
  readonly proxy: GuardedProxy
  /** A step that needs the server. @throws ForgeRefusal of what went wrong. */
  remote(
    args: readonly string[],
    options?: { part?: Part; input?: string; maxBytes?: number; maxOutput?: number },
  ): Promise<GitRun>
  /** A step on what is here. @throws ForgeRefusal of what went wrong, unless `may` says that it may. */
  local(
    args: readonly string[],
    options?: { part?: Part; input?: string; maxOutput?: number; may?: 'end' },
  ): Promise<GitRun>
  /** Makes a part ready to bring something in. */
  prepare(part: Part, hash: 'sha1' | 'sha256'): void
  end(): Promise<void>
}

const PREFIX = 'mutualibre-visit-'
/** Milliseconds after which a folder is of a visit that was killed. */
const LEFT_BEHIND = 3_600_000

/** Takes away what visits that were killed have left in the temporary folder. */
export function sweepVisits(now: Date): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = path.join(tmpdir(), name)
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime()
    if (now.getTime() - made > LEFT_BEHIND) rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes that one step of a visit may bring in. */
const STEP = 64 * 1_048_576

export async function startVisit(
  address: RepositoryAddress,
  options: VisitOptions,
): Promise<Visit> {
  const { listed, timeout, idle, path: lookedFor } = options
  const { hostname, protocol } = new URL(address.clone)
  const until = Date.now() + timeout
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX))
  const proxy = await startGuardedProxy({
    listed,
    origin: new URL(address.clone),
    idle,
    ...(options.resolve ? { resolve: options.resolve } : {}),
  })
  const network = {
    'remote.origin.url': address.clone,
    [`protocol.${protocol.slice(0, -1)}.allow`]: 'always',
    'http.proxy': proxy.url,
    ...authoritiesOf(folder),
    'http.lowSpeedLimit': '1',
    'http.lowSpeedTime': String(Math.ceil(idle / 1_000)),
  }
  const run = (
    args: readonly string[],
    settings: Record<string, string>,
    {
      part,
      input,
      maxOutput,
    }: { part?: Part | undefined; input?: string | undefined; maxOutput?: number | undefined },
  ) =>
    runGit(args, {
      folder: part ? path.join(folder, part) : folder,
      settings,
      timeout: Math.max(1, until - Date.now()),
      ...(input === undefined ? {} : { input }),
      ...(maxOutput === undefined ? {} : { maxOutput }),
      ...(lookedFor === undefined ? {} : { path: lookedFor }),
    })
  return {
    address,
    proxy,
    prepare: (part, hash) => prepareFolder(path.join(folder, part), hash),
    async remote(args, { maxBytes = STEP, ...options } = {}) {
      proxy.allow(maxBytes)
      const done = await run(args, network, options)
      if (done.code !== 0) throw gitFault(done, proxy, hostname)
      return done
    },
    async local(args, { may, ...options } = {}) {
      const done = await run(args, {}, { part: 'tree', ...options })
      if (done.code !== 0 && may !== 'end') {
        throw done.ended === 'output'
          ? new ForgeRefusal('too-large', hostname)
          : gitFault(done, proxy, hostname)
      }
      return done
    },
    async end() {
      await proxy.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Where the service is given authorities of its own, git trusts whom Node trusts, in place of the system's. */
function authoritiesOf(folder: string): Record<string, string> {
  if (!process.env.NODE_EXTRA_CA_CERTS) return {}
  const file = path.join(folder, 'authorities.pem')
  writeFileSync(file, getCACertificates('default').join('\n'))
  return { 'http.sslCAInfo': file }
}

/** A bare repository without a commit, as `git init` makes one, without a process. */
function prepareFolder(folder: string, hash: 'sha1' | 'sha256'): void {
  for (const part of ['objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(path.join(folder, part), { recursive: true })
  }
  writeFileSync(path.join(folder, 'HEAD'), 'ref: refs/heads/head\n')
  writeFileSync(
    path.join(folder, 'config'),
    hash === 'sha1'
      ? '[core]\n\trepositoryformatversion = 0\n\tbare = true\n'
      : '[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n',
  )
}
