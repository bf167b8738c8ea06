'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requestContext } from '#app/_request/context.ts'
import { currentWriting, dossierAddress } from '#app/_request/dossier-address.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { AnswerToSave, SaveOutcome } from '#components/dossier/saved-answer.ts'
import { anchorOf } from '#components/dossier/shown-dossier.ts'
import { differenceWords } from '#components/label/difference-words.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { askValidation } from '#lib/applications/commands/ask-validation.ts'
import { changePeople, PeopleChangedMeanwhile } from '#lib/applications/commands/change-people.ts'
import { openDossier } from '#lib/applications/commands/open-dossier.ts'
import {
  AnsweredMeanwhile,
  saveAnswer,
  takeFromReference,
} from '#lib/applications/commands/save-answer.ts'
import { submitDossier } from '#lib/applications/commands/submit-dossier.ts'
import { withdrawDossier } from '#lib/applications/commands/withdraw-dossier.ts'
import { compareAnswer } from '#lib/applications/queries.ts'
import type { Context } from '#lib/context.ts'
import { DomainError } from '#lib/errors.ts'
import { REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import { ANSWER_PARTS } from '#lib/label/grid-schema.ts'

/** Does what a button alone asks for, then shows the dossier again. */
export async function stepAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const geste = typedIn(form, 'geste')
  const outcome = runCommand<string, string>(previous, {}, () => step(context, geste, form), locale)
  if ('refused' in outcome) return outcome.refused
  redirect(dossierAddress(locale, form, outcome.done ? { query: { fait: outcome.done } } : {}))
}

/** @returns what the page says of it. */
function step(context: Context, geste: string, form: FormData): string {
  const of = { application: Number(typedIn(form, 'dossier')) }
  const writing = currentWriting()
  switch (geste) {
    case 'ouvrir': {
      const grid = typedIn(form, 'grille')
      openDossier(context, { organisation: typedIn(form, 'key'), grid }, writing)
      return ''
    }
    case 'reprendre':
      return String(takeFromReference(context, { ...of, reference: REFERENCE_GRID }))
    case 'valider':
      askValidation(context, of, writing)
      return geste
    case 'deposer':
      submitDossier(context, of, writing)
      return geste
    case 'retirer':
      withdrawDossier(context, of, writing)
      return geste
    default:
      return ''
  }
}

/** Names the two people of a dossier. */
export async function peopleAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const text = (name: string) => typedIn(form, name)
  const values = {
    revision: text('revision'),
    responsibleName: text('responsibleName'),
    responsibleOffice: text('responsibleOffice'),
    responsibleEmail: text('responsibleEmail'),
    electedName: text('electedName'),
    electedOffice: text('electedOffice'),
    electedEmail: text('electedEmail'),
    namesPublic: text('namesPublic'),
  }
  let meanwhile: PeopleChangedMeanwhile | undefined
  const outcome = runCommand<string, unknown>(
    previous,
    values,
    () => {
      try {
        return changePeople(context, {
          ...values,
          application: text('dossier'),
          namesPublic: values.namesPublic === 'oui',
        })
      } catch (error) {
        if (error instanceof PeopleChangedMeanwhile) meanwhile = error
        throw error
      }
    },
    locale,
  )
  if (!('refused' in outcome)) redirect(dossierAddress(locale, form))
  if (!meanwhile) return outcome.refused
  const { revision, people } = meanwhile
  const theirs = Object.entries(people).flatMap(([name, value]) =>
    typeof value === 'string' && value !== values[name as keyof typeof values]
      ? [[name, value] as const]
      : [],
  )
  return {
    ...outcome.refused,
    values: { ...values, revision: String(revision) },
    meanwhile: Object.fromEntries(theirs),
  }
}

/** Keeps the answer of a form, without scripts, then shows its axis again, at its question. */
export async function answerAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const criterion = typedIn(form, 'critere')
  const values: Record<string, string> = {
    ...Object.fromEntries(ANSWER_PARTS.map((part) => [part, typedIn(form, part)])),
    ...reused(typedIn(form, 'reprendre')),
    revision: typedIn(form, 'revision'),
  }
  let meanwhile: AnsweredMeanwhile | undefined
  const outcome = runCommand<string, unknown>(
    previous,
    values,
    () => {
      try {
        return saveAnswer(context, {
          application: Number(typedIn(form, 'dossier')),
          criterion,
          revision: Number(values.revision),
          typed: values,
        })
      } catch (error) {
        if (error instanceof AnsweredMeanwhile) meanwhile = error
        throw error
      }
    },
    locale,
  )
  if ('refused' in outcome) {
    if (!meanwhile) return outcome.refused
    return {
      ...outcome.refused,
      values: { ...values, revision: String(meanwhile.revision) },
      meanwhile: meanwhile.answer,
    }
  }
  const query = { axe: typedIn(form, 'axe'), enregistre: criterion }
  redirect(`${dossierAddress(locale, form, { query })}#${anchorOf(criterion)}`)
}

/** What the button that takes a computed value says; a browser may claim anything. */
function reused(text: string): Record<string, string> {
  if (text === '') return {}
  try {
    return z
      .record(z.enum(ANSWER_PARTS), z.string())
      .catch({} as never)
      .parse(JSON.parse(text))
  } catch {
    return {}
  }
}

const toSave = z.object({
  locale: z.enum(['fr', 'en']).catch('fr'),
  application: z.number().int(),
  criterion: z.string(),
  revision: z.number().int(),
  typed: z.record(z.string(), z.string()),
})

/** Keeps an answer as it is typed; what keeps it from that is said beside it. */
export async function saveAnswerAction(answer: AnswerToSave): Promise<SaveOutcome> {
  const context = await requestContext()
  const input = toSave.parse(answer)
  try {
    const { revision, at, unvalidated } = saveAnswer(context, input)
    const differences = differenceWords(input.locale, compareAnswer(context, input))
    return { saved: { revision, at, unvalidated, differences } }
  } catch (error) {
    if (error instanceof z.ZodError) {
      return {
        faults: Object.fromEntries(error.issues.map(({ path, message }) => [path[0], message])),
      }
    }
    if (!(error instanceof DomainError)) throw error
    const refusal = input.locale === 'en' ? error.en : error.message
    if (!(error instanceof AnsweredMeanwhile)) return { refusal }
    return { refusal, meanwhile: { revision: error.revision, answer: error.answer } }
  }
}
