import type { Db } from '#db/client.ts'
import { type RunningTask, repeatTask } from '#lib/repeated-task.ts'
import { issueWaiting, type Signing } from './commands/issue-credential.ts'
import { KeyUnusable } from './key-unusable.ts'
import { listAwardsToSign } from './queries.ts'

/** Milliseconds between two looks: an announcement comes at its minute, nobody has to turn it. */
const MINUTE = 60_000

/** Signs the credentials of awards once they are announced, while the server runs. */
export function startSigning(options: {
  db: Db
  signing: Signing
  log(sentence: string): void
  /** Milliseconds between two looks. */
  every?: number
}): RunningTask {
  const { db, signing, log, every = MINUTE } = options
  // What has been said is not said again each minute.
  let said = ''

  async function look(signal: AbortSignal): Promise<void> {
    const context = { db, actor: { kind: 'system', name: 'signing' } as const, now: new Date() }
    if (listAwardsToSign(context).length === 0) return
    const issued = await issueWaiting(context, signing, () => signal.aborted)
    said = ''
    log(`label: ${issued} credentials signed`)
  }

  return repeatTask({
    first: every,
    async step(signal) {
      try {
        await look(signal)
      } catch (error) {
        const why = error instanceof KeyUnusable ? error.en : String(error)
        if (why !== said) log(`label: credentials wait (${why})`)
        said = why
      }
      return every
    },
  })
}
