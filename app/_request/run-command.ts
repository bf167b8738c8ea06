import { z } from 'zod'
import type { FormState } from '#components/ui/form-state.ts'

/** What was typed in a field; a file where text was expected is nothing. */
export function typedIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/**
 * Runs the command of a form. What zod refuses comes back as the state of the form: the first fault of
 * each field, and everything that was typed.
 */
export function runCommand<Name extends string, Done>(
  previous: FormState<Name>,
  values: Record<Name, string>,
  command: () => Done,
): { done: Done } | { refused: FormState<Name> } {
  try {
    return { done: command() }
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const faults: Partial<Record<Name, string>> = {}
    for (const { path, message } of error.issues) {
      const name = String(path[0]) as Name
      // A fault that no field can show is a bug.
      if (!(name in values)) throw error
      faults[name] ??= message
    }
    // What a browser claims of the state is not worth more than a number.
    const before = Number(previous?.refusals)
    return { refused: { values, faults, refusals: (Number.isInteger(before) ? before : 0) + 1 } }
  }
}
