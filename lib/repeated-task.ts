import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningTask {
  /** Ends after the step in hand. */
  stop(): Promise<void>
}

/**
 * Does one thing again and again while the service runs. A failing step has to be caught by the step
 * itself, which knows what to say of it.
 * @param options.first milliseconds before the first step.
 * @param options.step what is done; gives the milliseconds to wait before the next.
 */
export function repeatTask(options: {
  first: number
  step(signal: AbortSignal): Promise<number>
}): RunningTask {
  const { first, step } = options
  const stopping = new AbortController()
  const { signal } = stopping

  async function run(): Promise<void> {
    let pause = first
    while (!signal.aborted) {
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined)
      if (!signal.aborted) pause = await step(signal)
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
