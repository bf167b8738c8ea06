import { spawn } from 'node:child_process'
import { ForgeRefusal } from '../refusal.ts'

export interface GitRun {
  code: number
  stdout: Buffer
  stderr: string
  /** Why it was ended before its end. */
  ended: 'time' | 'output' | null
}

/** Bytes of memory and of one file that a git process may take: the kernel holds it to them. */
const MEMORY = 1_500_000_000
const FILE = 400_000_000

/** Faults that old and sound repositories have: their objects are read, not refused. */
const OLD_WAYS = [
  'zeroPaddedFilemode',
  'badTimezone',
  'missingSpaceBeforeDate',
  'badFilemode',
  'missingEmail',
  'badName',
  'gitmodulesParse',
]

/** What git may do at all, wherever it runs: nothing but what is said here. */
const ALWAYS = {
  'protocol.allow': 'never',
  'core.hooksPath': '/dev/null',
  'core.askPass': '',
  'credential.helper': '',
  'core.fsmonitor': 'false',
  'core.bigFileThreshold': '1m',
  'core.packedGitLimit': '64m',
  'core.packedGitWindowSize': '8m',
  'pack.threads': '1',
  'pack.windowMemory': '32m',
  'core.deltaBaseCacheLimit': '16m',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'transfer.fsckObjects': 'true',
  'fetch.unpackLimit': '1',
  // What we hold of a tree is no reason to leave out its content.
  'fetch.negotiationAlgorithm': 'noop',
  'fetch.writeCommitGraph': 'false',
  'fetch.recurseSubmodules': 'false',
  'http.sslVerify': 'true',
  'http.followRedirects': 'initial',
  'http.proxyAuthMethod': 'basic',
  'http.userAgent': 'git/Mutualibre',
  'protocol.version': '2',
  'advice.detachedHead': 'false',
  ...Object.fromEntries(OLD_WAYS.map((way) => [`fetch.fsck.${way}`, 'ignore'])),
}

/**
 * Runs git for one step of a visit, in a process group of its own that is ended when its time is over or
 * when it says too much. Its settings come by the environment: neither the machine's files nor the
 * arguments, which others can read, hold any.
 * @param options.settings what this step needs besides: the proxy, the address, the protocol.
 * @throws ForgeRefusal `git-missing`.
 */
export async function runGit(
  args: readonly string[],
  options: {
    folder: string
    settings?: Readonly<Record<string, string>>
    /** Milliseconds. */
    timeout: number
    /** Bytes of its standard output. */
    maxOutput?: number
    input?: string
    /** Where git is looked for: that of the service when left out. */
    path?: string
  },
): Promise<GitRun> {
  const { folder, timeout, maxOutput = 16_777_216, input = '' } = options
  const settings = Object.entries({ ...ALWAYS, ...options.settings })
  const child = spawn(
    '/bin/sh',
    // A system without one of the limits goes on without it.
    [
      '-c',
      `ulimit -v ${Math.floor(MEMORY / 1024)} 2>/dev/null; ulimit -f ${Math.floor(FILE / 512)} 2>/dev/null; ulimit -c 0; exec git "$@"`,
      'sh',
      ...args,
    ],
    {
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        NODE_ENV: process.env.NODE_ENV,
        PATH: options.path ?? process.env.PATH,
        HOME: folder,
        LC_ALL: 'C',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '/bin/false',
        GIT_NO_LAZY_FETCH: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_LFS_SKIP_SMUDGE: '1',
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(
          settings.flatMap(([key, value], index) => [
            [`GIT_CONFIG_KEY_${index}`, key],
            [`GIT_CONFIG_VALUE_${index}`, value],
          ]),
        ),
      },
    },
  )
  const run: GitRun = { code: -1, stdout: Buffer.alloc(0), stderr: '', ended: null }
  const chunks: Buffer[] = []
  let size = 0
  const endIt = (why: GitRun['ended']): void => {
    run.ended ??= why
    if (child.pid !== undefined) killGroup(child.pid)
  }
  const clock = setTimeout(() => endIt('time'), timeout)
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > maxOutput) endIt('output')
    else chunks.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    if (run.stderr.length < 8_000) run.stderr += chunk.toString('latin1')
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  try {
    run.code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve(code ?? -1))
    })
  } finally {
    clearTimeout(clock)
    // Whatever it has started ends with it.
    if (child.pid !== undefined) killGroup(child.pid)
  }
  run.stdout = Buffer.concat(chunks)
  if (run.code === 127) throw new ForgeRefusal('git-missing', '', run.stderr)
  return run
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}
