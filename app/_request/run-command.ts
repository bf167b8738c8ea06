import { z } from 'zod'
import { isLocale, type Locale } from '#components/i18n/locale.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { DomainError, SignInNeeded } from '#lib/errors.ts'

/** What was typed in a field; a file where text was expected is nothing. */
export function typedIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The language of the page that a form was sent from: its field `locale`. */
export function formLocale(form: FormData): Locale {
  const language = typedIn(form, 'locale')
  return isLocale(language) ? language : 'fr'
}

/**
 * Runs the command of a form. What zod refuses comes back as the state of the form: the first fault of
 * each field, and everything that was typed. What the domain refuses comes back as its sentence, in the
 * reader's language.
 */
export function runCommand<Name extends string, Done>(
  previous: FormState<Name>,
  values: Record<Name, string>,
  command: () => Done,
  locale: Locale = 'fr',
): { done: Done } | { refused: FormState<Name> } {
  try {
    return { done: command() }
  } catch (error) {
    return { refused: refusedState(error, previous, values, locale) }
  }
}

/** The same for a command that waits for something before its transaction, or after it. */
export async function runAsyncCommand<Name extends string, Done>(
  previous: FormState<Name>,
  values: Record<Name, string>,
  command: () => Promise<Done>,
  locale: Locale = 'fr',
): Promise<{ done: Done } | { refused: FormState<Name> }> {
  try {
    return { done: await command() }
  } catch (error) {
    return { refused: refusedState(error, previous, values, locale) }
  }
}

function refusedState<Name extends string>(
  error: unknown,
  previous: FormState<Name>,
  values: Record<Name, string>,
  locale: Locale,
): FormState<Name> {
  // What a browser claims of the state is not worth more than a number.
  const before = Number(previous?.refusals)
  const state: FormState<Name> = {
    values,
    faults: {},
    refusals: (Number.isInteger(before) ? before : 0) + 1,
  }
  if (error instanceof DomainError) {
    return {
      ...state,
      refusal: locale === 'en' ? error.en : error.message,
      signInNeeded: error instanceof SignInNeeded,
    }
  }
  if (!(error instanceof z.ZodError)) throw error
  for (const { path, message } of error.issues) {
    const name = String(path[0]) as Name
    // A fault that no field can show is a bug.
    if (!(name in values)) throw error
    state.faults[name] ??= message
  }
  return state
}
