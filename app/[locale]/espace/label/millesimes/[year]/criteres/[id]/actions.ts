'use server'

import { typedIn } from '#app/_request/run-command.ts'
import {
  addCriterion,
  changeCriterion,
  clarifyCriterion,
  removeCriterion,
} from '#lib/label/commands/change-criteria.ts'
import {
  CRITERION_FIELDS,
  fieldOfPart,
  type TypedCriterion,
} from '#lib/label/rules/criterion-form.ts'
import { LIST, listedIn, run, type State, valuesOf, yearOf } from '../../../run.ts'

const SEVERAL = ['answer', 'functions', 'groups']

/** Adds a criterion, or changes the one that the form is of. */
export async function saveCriterionAction(previous: State, form: FormData): Promise<State> {
  const typed = Object.fromEntries(
    CRITERION_FIELDS.map((name) => [
      name,
      SEVERAL.includes(name) ? listedIn(form, name) : typedIn(form, name),
    ]),
  ) as TypedCriterion
  const stamp = typedIn(form, 'stamp')
  const year = yearOf(form)
  const id = typedIn(form, 'id')
  return run(
    previous,
    form,
    { ...typed, stamp },
    (context) =>
      id === ''
        ? addCriterion(context, { year, axis: typedIn(form, 'axis'), typed })
        : changeCriterion(context, { year, id: Number(id), stamp, typed }),
    { to: `${LIST}/${year}`, done: 'critere', fieldOf: fieldOfPart },
  )
}

export async function removeCriterionAction(previous: State, form: FormData): Promise<State> {
  const year = yearOf(form)
  const id = Number(typedIn(form, 'id'))
  return run(previous, form, {}, (context) => removeCriterion(context, { year, id }), {
    to: `${LIST}/${year}`,
    done: 'retire',
  })
}

export async function clarifyAction(previous: State, form: FormData): Promise<State> {
  const values = valuesOf(form, ['clarificationFr', 'clarificationEn', 'stamp'])
  const { clarificationFr: fr = '', clarificationEn: en = '', stamp = '' } = values
  const year = yearOf(form)
  const id = Number(typedIn(form, 'id'))
  return run(
    previous,
    form,
    values,
    (context) => clarifyCriterion(context, { year, id, stamp, fr, en }),
    { to: `${LIST}/${year}`, done: 'precision', fieldOf: (part) => part },
  )
}
