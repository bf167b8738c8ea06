'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { decide } from '#lib/jury/commands/decide.ts'
import { declareMyConflict } from '#lib/jury/commands/declare-conflict.ts'
import { saveScores } from '#lib/jury/commands/save-scores.ts'

type State = FormState<string>

/** All that was typed in a form, by field, without what Next adds of its own. */
function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.keys()]
      .filter((name) => !name.startsWith('$ACTION'))
      .map((name) => [name, typedIn(form, name)]),
  )
}

/** Saves a juror's scores, as a draft or for good, and leads back to where they were. */
export async function scoreAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const typed = typedFields(form)
  const finish = form.has('finish')
  const applicationId = Number(typed.applicationId)
  const outcome = runCommand(
    previous,
    typed,
    () => saveScores(context, { applicationId, finish, typed }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const fait = finish ? 'termine' : `note-${typedIn(form, 'save')}`
  redirect(pathTo(locale, `/espace/jury/${applicationId}`, { fait }))
}

/** Records the decision of the jury. */
export async function decideAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const typed = typedFields(form)
  const applicationId = Number(typed.applicationId)
  const outcome = runCommand(
    previous,
    typed,
    () => decide(context, { applicationId, typed }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/jury/${applicationId}`, { fait: 'decision' }))
}

/** A juror says that they are tied to the candidate; the file is then not theirs to read. */
export async function conflictAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const values = {
    applicationId: typedIn(form, 'applicationId'),
    reason: typedIn(form, 'reason'),
  }
  const outcome = runCommand(previous, values, () => declareMyConflict(context, values), locale)
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, '/espace/jury', { fait: 'conflit' }))
}
