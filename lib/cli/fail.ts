import { MigrationFailed } from '#db/migrate.ts'
import { BadSettings } from '#lib/env.ts'
import { DomainError } from '#lib/errors.ts'

/** A bad circumstance that a command meets and a person can mend: shown as its sentence alone. */
export class CannotGoOn extends Error {
  override name = 'CannotGoOn'
}

/** Runs a command; a failure becomes one clear sentence and exit code 1, a bug keeps its stack. */
export async function runCommandLine(run: () => Promise<void> | void): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(1)
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof BadSettings || error instanceof CannotGoOn || error instanceof DomainError) {
    return error.message
  }
  if (error instanceof MigrationFailed) {
    return `La mise à niveau de la base a échoué, la base est restée comme elle était : ${error.message}`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
