import type { ForgeFault } from '../reading.ts'
import { ForgeRefusal } from '../refusal.ts'
import type { GuardedProxy } from './guarded-proxy.ts'
import type { GitRun } from './run-git.ts'

/** What git says (LC_ALL=C), and which fault it is. The first that fits. */
const SAID: ReadonlyArray<[RegExp, ForgeFault]> = [
  [/certificate|\bSSL\b|\bTLS\b|gnutls/i, 'certificate'],
  [
    /could not read Username|Authentication failed|(?:error:|HTTP) ?40[13]\b/i,
    'not-found-or-private',
  ],
  [/(?:error:|HTTP) ?(?:404|410)\b|\bnot found\b|remote ref/i, 'not-found-or-private'],
  [/error: 429\b|error: 5\d\d|HTTP 5\d\d/i, 'server-fault'],
  [
    /is this a git repository|invalid content-type|protocol error|bad line length|unexpected response|invalid server response|dumb http transport|not valid:/i,
    'not-git',
  ],
  [/file too large|out of memory|cannot allocate|malloc|mmap failed|no space left/i, 'too-large'],
  [/too slow|timed out|timeout|operation too slow/i, 'too-slow'],
  [/transport '.*' not allowed/i, 'address-scheme'],
]

/** Why a step of git failed: what the proxy saw says more than what git says. */
export function gitFault(
  run: GitRun,
  proxy: Pick<GuardedProxy, 'fault' | 'received'>,
  host: string,
): ForgeRefusal {
  const detail = `${run.code} ${run.stderr.slice(0, 1_000)}`
  if (proxy.fault) return proxy.fault
  if (run.ended === 'time') {
    return new ForgeRefusal(proxy.received === 0 ? 'host-silent' : 'too-slow', host, detail)
  }
  if (run.ended === 'output') return new ForgeRefusal('too-large', host, detail)
  const fault = SAID.find(([pattern]) => pattern.test(run.stderr))?.[1] ?? 'server-fault'
  return new ForgeRefusal(fault, host, detail)
}
