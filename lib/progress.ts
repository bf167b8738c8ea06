/** Told how far a long load is; a command line draws it as a bar, a test ignores it. */
export interface Progress {
  start(label: string, total: number): void
  step(count?: number): void
  stop(): void
}

export const silentProgress: Progress = { start() {}, step() {}, stop() {} }
