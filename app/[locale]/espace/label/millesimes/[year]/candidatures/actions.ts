'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { assignJurors } from '#lib/jury/commands/assign.ts'
import { confirmResults, reopenResults } from '#lib/jury/commands/confirm-results.ts'
import { declareConflictOf } from '#lib/jury/commands/declare-conflict.ts'

type State = FormState<string>

function backTo(form: FormData, fait: string): never {
  const year = typedIn(form, 'year')
  redirect(pathTo(formLocale(form), `/espace/label/millesimes/${year}/candidatures`, { fait }))
}

/** Says who reads what, for every file that the form shows. */
export async function assignAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const files = form.getAll('file').map((id) => ({
    applicationId: String(id),
    jurors: form.getAll(`file-${id}`).map(String),
  }))
  const values = Object.fromEntries(
    files.map(({ applicationId, jurors }) => [`file-${applicationId}`, jurors.join(',')]),
  )
  const outcome = runCommand(
    previous,
    values,
    () => assignJurors(context, { year: typedIn(form, 'year'), files }),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  backTo(form, 'affectation')
}

/** Closes a file to a juror whom the organiser knows to be tied to its candidate. */
export async function reportAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const values = { seat: typedIn(form, 'seat'), reason: typedIn(form, 'reason') }
  const [applicationId, userId] = values.seat.split(' ')
  const outcome = runCommand(
    previous,
    { ...values, applicationId: '' },
    () => declareConflictOf(context, { applicationId, userId, reason: values.reason }),
    formLocale(form),
  )
  if ('refused' in outcome) {
    const { applicationId: fault, ...faults } = outcome.refused.faults
    return { ...outcome.refused, faults: fault ? { seat: fault, ...faults } : faults }
  }
  backTo(form, 'conflit')
}

/** Confirms the results: they are announced and published at their dates. */
export async function confirmAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const without = typedIn(form, 'without')
  const outcome = runCommand<string, void>(
    previous,
    { without },
    () =>
      confirmResults(context, {
        year: Number(typedIn(form, 'year')),
        without: without === 'oui',
      }),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  backTo(form, 'confirme')
}

/** Takes the confirmation back. */
export async function reopenAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const outcome = runCommand<string, void>(
    previous,
    {},
    () => reopenResults(context, { year: Number(typedIn(form, 'year')) }),
    formLocale(form),
  )
  if ('refused' in outcome) return outcome.refused
  backTo(form, 'repris')
}
