import type { Context } from '#lib/context.ts'
import { labelProgress } from '#lib/evidence/progress.ts'

/** The calls of the right to read a progress, for the walk of all rights. @param key of its organisation. */
export const callsOfProgress = (key: string) =>
  ({
    'label.read-progress': [(context: Context) => labelProgress(context, key)],
  }) satisfies Record<string, Array<(context: Context) => unknown>>
