import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { issueWaiting, type Signing } from './commands/issue-credential.ts'
import { KeyUnusable } from './key-unusable.ts'
import { listAwardsToSign } from './queries.ts'

/** Milliseconds between two looks: an announcement comes at its minute, nobody has to turn it. */
const MINUTE = 60_000

export interface RunningSigning {
  /** Ends after the credential in hand. */
  stop(): Promise<void>
}

/** Signs the credentials of awards once they are announced, while the server runs. */
export function startSigning(options: {
  db: Db
  signing: Signing
  log(sentence: string): void
  /** Milliseconds between two looks. */
  every?: number
}): RunningSigning {
  const { db, signing, log, every = MINUTE } = options
  const stopping = new AbortController()
  const { signal } = stopping
  // What has been said is not said again each minute.
  let said = ''

  async function look(): Promise<void> {
    const context = { db, actor: { kind: 'system', name: 'signing' } as const, now: new Date() }
    if (listAwardsToSign(context).length === 0) return
    const issued = await issueWaiting(context, signing, () => signal.aborted)
    said = ''
    log(`label: ${issued} credentials signed`)
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await sleep(every, undefined, { signal, ref: false }).catch(() => undefined)
      if (signal.aborted) return
      try {
        await look()
      } catch (error) {
        const why = error instanceof KeyUnusable ? error.en : String(error)
        if (why !== said) log(`label: credentials wait (${why})`)
        said = why
      }
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
