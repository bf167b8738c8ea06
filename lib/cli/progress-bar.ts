import { SingleBar } from 'cli-progress'
import type { Progress } from '#lib/progress.ts'

/** A bar on a terminal; in a log, one line at the start and one at the end of each load. */
export function commandLineProgress(): Progress {
  let bar: SingleBar | undefined
  let label = ''
  let count = 0
  return {
    start(name, total) {
      label = name
      count = 0
      if (!process.stderr.isTTY) return
      bar = new SingleBar({
        format: `${name.padEnd(26)} [{bar}] {percentage} % · {value}/{total}`,
        hideCursor: true,
        stream: process.stderr,
      })
      bar.start(total, 0)
    },
    step(by = 1) {
      count += by
      bar?.increment(by)
    },
    stop() {
      bar?.stop()
      bar = undefined
      if (!process.stderr.isTTY) process.stderr.write(`${label} : ${count}\n`)
    },
  }
}
