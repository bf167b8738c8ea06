import 'server-only'
import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import type { Context } from '#lib/context.ts'
import { EditedMeanwhile } from '#lib/label/edited-meanwhile.ts'
import { InvalidGrid } from '#lib/label/invalid-grid.ts'

export type State = FormState<string>

export const LIST = '/espace/label/millesimes'
export const yearOf = (form: FormData) => Number(typedIn(form, 'year'))

/**
 * Runs a command of an organiser on what some fields of a form say, then leads on.
 * @param to the path to go to, without its language. @param done key of what is said there.
 * @param fieldOf the field that shows a fault of a part of a grid, where the form has fields for them.
 */
export async function run(
  previous: State,
  form: FormData,
  values: Record<string, string>,
  command: (context: Context) => unknown,
  next: { to: string | (() => string); done: string; fieldOf?: (part: string) => string },
): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  let raised: unknown
  const outcome = runCommand<string, unknown>(
    previous,
    values,
    () => {
      try {
        return command(context)
      } catch (error) {
        raised = error
        throw error
      }
    },
    locale,
  )
  if ('refused' in outcome) return explained(outcome.refused, raised, values, locale, next.fieldOf)
  const to = typeof next.to === 'string' ? next.to : next.to()
  redirect(pathTo(locale, to, { fait: next.done }))
}

/** Says beside each field what is wrong with it, or what someone else recorded in it meanwhile. */
function explained(
  refused: State,
  error: unknown,
  values: Record<string, string>,
  locale: Locale,
  fieldOf: ((part: string) => string) | undefined,
): State {
  if (error instanceof EditedMeanwhile) {
    const meanwhile = Object.fromEntries(
      Object.entries(error.recorded).filter(([name, value]) => values[name] !== value),
    )
    return { ...refused, meanwhile, values: { ...refused.values, stamp: error.stamp } }
  }
  if (!(error instanceof InvalidGrid) || !fieldOf) return refused
  const faults: Record<string, string> = {}
  for (const fault of error.faults) {
    const name = fieldOf(fault.field ?? '')
    faults[name] = faults[name] ? `${faults[name]} ${fault[locale]}` : fault[locale]
  }
  const { refusal: _said, ...rest } = refused
  return { ...rest, faults }
}

/** Several of a name are one text, their commas apart. */
export const listedIn = (form: FormData, name: string) =>
  form
    .getAll(name)
    .filter((item) => typeof item === 'string' && item !== '')
    .join(',')

export const valuesOf = (form: FormData, fields: readonly string[]) =>
  Object.fromEntries(fields.map((name) => [name, typedIn(form, name)])) as Record<string, string>
