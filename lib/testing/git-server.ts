import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { certificate } from './certificates.ts'
import {
  addCommits,
  type CommitSpec,
  makeRepository,
  type RepositorySpec,
} from './git-repository.ts'

/** What a repository's server does instead of serving it. */
export type GitFault =
  /** Accepts the connection, and never answers. */
  | 'hang'
  /** Sends a pack that has no end: as much as the client takes. */
  | 'endless'
  /** Sends a pack a few bytes a second. */
  | 'drip'
  /** Asks who we are, as forges do for what is private or not there. */
  | 'password'
  | 'gone'
  /** A page for people. */
  | 'page'
  | { status: number }
  | { redirect: string }

export interface GitServer {
  /** `http://127.0.0.1:PORT`, or https. */
  readonly url: string
  /** `127.0.0.1:PORT`, as FORGE_HOSTS lists it. */
  readonly host: string
  /** Where the repositories are. */
  readonly folder: string
  /** `METHOD path?query` of each request, oldest first. */
  readonly requests: string[]
  /**
   * Adds a repository. @param name its path without `.git`, for example `ville/cimetiere`.
   * @returns its address, with `.git`.
   */
  add(name: string, spec?: RepositorySpec): string
  /** Adds commits and tags to one. @returns its last commit. */
  push(
    name: string,
    commits: readonly CommitSpec[],
    options?: Parameters<typeof addCommits>[2],
  ): string | null
  /** Makes a repository fail, or serve again (null). */
  fail(name: string, fault: GitFault | null): void
  /** Answers a path itself: a forge's API. Gives false to let git answer. */
  answer: ((request: IncomingMessage, response: ServerResponse) => boolean) | null
  close(): Promise<void>
}

/**
 * A real git server on loopback: `git http-backend`, as Apache or nginx would run it. Its repositories
 * are in a folder of its own, which goes with it.
 *
 *     const forge = await startGitServer()
 *     const address = forge.add('ville/cimetiere', { files: { 'publiccode.yml': '…' }, tags: ['v1.0'] })
 *     …
 *     forge.push('ville/cimetiere', [{ files: { 'README.md': 'new' } }])
 *     await forge.close()
 *
 * What reads it must list its `host` in FORGE_HOSTS.
 * @param options.tls speaks https with a certificate that is `valid` (signed by itself: see
 * lib/testing/certificates.ts) or `expired`.
 */
export async function startGitServer(
  options: { tls?: 'valid' | 'expired'; folder?: string; port?: number } = {},
): Promise<GitServer> {
  const { tls, port = 0 } = options
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'mutualibre-forge-'))
  const faults = new Map<string, GitFault>()
  const running = new Set<ChildProcess>()
  const requests: string[] = []

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    requests.push(`${request.method} ${request.url}`)
    if (server.answer?.(request, response)) return
    const { pathname } = new URL(request.url ?? '/', 'http://forge')
    const name = pathname
      .slice(1)
      .replace(/(\.git)?\/(info\/refs|git-[a-z-]+|HEAD|objects\/.*)$/, '')
    const fault = faults.get(name)
    if (fault === undefined) serve(folder, request, response, running)
    else failAs(fault, folder, request, response, running)
  }
  const listener = tls ? createTlsServer(certificate(tls), handle) : createServer(handle)
  listener.on('clientError', (_error, socket) => socket.destroy())
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(listener.address() as AddressInfo).port}`

  const folderOf = (name: string) => path.join(folder, `${name}.git`)
  const server: GitServer = {
    url: `${tls ? 'https' : 'http'}://${host}`,
    host,
    folder,
    requests,
    answer: null,
    add(name, spec) {
      makeRepository(folderOf(name), spec)
      return `${server.url}/${name}.git`
    },
    push: (name, commits, more) => addCommits(folderOf(name), commits, more),
    fail(name, fault) {
      if (fault === null) faults.delete(name)
      else faults.set(name, fault)
    },
    async close() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      listener.closeAllConnections()
      await closed
      for (const child of running) child.kill('SIGKILL')
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
  return server
}

type Asked = Readable & Pick<IncomingMessage, 'url' | 'method' | 'headers'>

/** One request, by git's own server program, over CGI (RFC 3875). */
function serve(
  folder: string,
  request: Asked,
  response: ServerResponse,
  running: Set<ChildProcess>,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://forge')
  const git = spawn('git', ['http-backend'], {
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      // Addresses are served with and without `.git`, as forges do.
      PATH_INFO: decodeURIComponent(pathname).replace(
        /^(.+?)(?:\.git)?(\/(?:info\/refs|git-[a-z-]+|HEAD|objects\/.*))$/,
        '$1.git$2',
      ),
      QUERY_STRING: searchParams.toString(),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  running.add(git)
  git.on('exit', () => running.delete(git))
  git.on('error', () => response.destroy())
  git.stdin.on('error', () => undefined)
  request.pipe(git.stdin)
  response.on('close', () => git.kill())

  let head: Buffer = Buffer.alloc(0)
  const onHead = (chunk: Buffer): void => {
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    git.stdout.off('data', onHead)
    let status = 200
    for (const line of head.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/s)
      if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.writeHead(status)
    response.write(head.subarray(end + 4))
    git.stdout.pipe(response)
  }
  git.stdout.on('data', onHead)
  git.stdout.on('end', () => response.headersSent || response.destroy())
}

/** As much as one block of a pack's stream may hold, nearly. */
const FILLING = Buffer.alloc(65_000, 7)

function failAs(
  fault: GitFault,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  running: Set<ChildProcess>,
): void {
  if (fault === 'hang') return
  if (fault === 'gone') response.writeHead(404).end()
  else if (fault === 'page') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><h1>Forge</h1>')
  } else if (fault === 'password') {
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="forge"' }).end()
  } else if (typeof fault === 'object' && 'status' in fault) {
    response.writeHead(fault.status).end()
  } else if (typeof fault === 'object') {
    response.writeHead(302, { Location: fault.redirect }).end()
  } else if (request.method === 'GET') {
    serve(folder, request, response, running)
  } else streamPack(fault, request, response, folder, running)
}

/** Answers a fetch with a pack that says to hold millions of objects, and goes on. */
function streamPack(
  fault: 'endless' | 'drip',
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  running: Set<ChildProcess>,
): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    // What only asks for the names of branches is answered well.
    if (!body.includes('command=fetch')) {
      const { url, method, headers } = request
      serve(
        folder,
        Object.assign(Readable.from([body]), { url, method, headers }),
        response,
        running,
      )
      return
    }
    response.writeHead(200, { 'Content-Type': 'application/x-git-upload-pack-result' })
    response.write('000dpackfile\n')
    const band = (bytes: Buffer) =>
      Buffer.concat([
        Buffer.from((bytes.length + 5).toString(16).padStart(4, '0')),
        Buffer.from([1]),
        bytes,
      ])
    // A pack of version 2, and its first object: a blob of 5 GB, stored without compression.
    response.write(band(Buffer.from('5041434b00000002004c4b40', 'hex')))
    response.write(band(Buffer.from([0xb0, 0x80, 0x80, 0x80, 0xa0, 0x01, 0x78, 0x01])))
    const block = Buffer.concat([Buffer.from([0, 0xe8, 0xfd, 0x17, 0x02]), FILLING])
    const more = (): void => {
      if (response.destroyed) return
      if (fault === 'drip') {
        response.write(band(block.subarray(0, 5)))
        setTimeout(more, 200)
      } else if (response.write(band(block))) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  })
}
