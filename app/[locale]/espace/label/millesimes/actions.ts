'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { organiserPath } from '#components/i18n/paths.ts'
import {
  addAxis,
  changeGridTexts,
  moveAxis,
  removeAxis,
  renameAxis,
} from '#lib/label/commands/change-axes.ts'
import { moveCriterion } from '#lib/label/commands/change-criteria.ts'
import { changeEdition } from '#lib/label/commands/change-edition.ts'
import { copyEdition, removeDraft } from '#lib/label/commands/copy-edition.ts'
import { defineScheme, type TypedScheme } from '#lib/label/commands/define-scheme.ts'
import { importGrid } from '#lib/label/commands/import-grid.ts'
import { openEdition } from '#lib/label/commands/open-edition.ts'
import { EDITION_FIELDS, type TypedEdition } from '#lib/label/rules/edition-form.ts'
import { SCHEME_FIELDS } from '#lib/label/scheme-schema.ts'
import { LIST, run, type State, valuesOf, yearOf } from './run.ts'

export async function copyAction(previous: State, form: FormData): Promise<State> {
  const values = valuesOf(form, ['from', 'year', 'scheme'])
  const { from = '', year = '', scheme = '' } = values
  return run(previous, form, values, (context) => copyEdition(context, { from, year, scheme }), {
    to: () => `${LIST}/${Number(year)}`,
    done: 'copie',
  })
}

export async function defineSchemeAction(previous: State, form: FormData): Promise<State> {
  const values = valuesOf(form, SCHEME_FIELDS)
  return run(previous, form, values, (context) => defineScheme(context, values as TypedScheme), {
    to: LIST,
    done: 'echelle',
  })
}

export async function calendarAction(previous: State, form: FormData): Promise<State> {
  const values = valuesOf(form, [...EDITION_FIELDS, 'stamp'])
  const year = yearOf(form)
  return run(
    previous,
    form,
    values,
    (context) =>
      changeEdition(context, {
        ...(values as TypedEdition),
        year,
        revision: Number(values.stamp),
      }),
    { to: `${LIST}/${year}`, done: 'calendrier' },
  )
}

export async function textsAction(previous: State, form: FormData): Promise<State> {
  const values = valuesOf(form, ['titleFr', 'titleEn', 'noteFr', 'noteEn'])
  const { titleFr = '', titleEn = '', noteFr = '', noteEn = '' } = values
  const year = yearOf(form)
  return run(
    previous,
    form,
    values,
    (context) => changeGridTexts(context, { year, titleFr, titleEn, noteFr, noteEn }),
    { to: `${LIST}/${year}`, done: 'grille' },
  )
}

export async function addAxisAction(previous: State, form: FormData): Promise<State> {
  return axisAction(previous, form, addAxis, 'axe')
}

export async function renameAxisAction(previous: State, form: FormData): Promise<State> {
  return axisAction(previous, form, renameAxis, 'axe')
}

export async function removeAxisAction(previous: State, form: FormData): Promise<State> {
  return axisAction(previous, form, removeAxis, 'retire')
}

async function axisAction(
  previous: State,
  form: FormData,
  command: typeof addAxis,
  done: string,
): Promise<State> {
  const values = valuesOf(form, ['slug', 'nameFr', 'nameEn'])
  const { slug = '', nameFr = '', nameEn = '' } = values
  const year = yearOf(form)
  return run(
    previous,
    form,
    values,
    (context) => command(context, { year, slug, nameFr, nameEn }),
    {
      to: `${LIST}/${year}`,
      done,
    },
  )
}

/** Moves an axis or a criterion, then leads back to it; what is gone is seen on the page. */
export async function moveAction(form: FormData): Promise<void> {
  const context = await requestContext()
  const locale = formLocale(form)
  const year = yearOf(form)
  const [way, kind, which = ''] = typedIn(form, 'move').split(':')
  const up = way === 'up'
  runCommand({ values: {}, faults: {}, refusals: 0 }, {}, () =>
    kind === 'axis'
      ? moveAxis(context, { year, slug: which, up })
      : moveCriterion(context, { year, id: Number(which), up }),
  )
  const place = kind === 'axis' ? `axe-${encodeURIComponent(which)}` : `critere-${Number(which)}`
  redirect(`${organiserPath(locale, year)}#${place}`)
}

export async function importAction(previous: State, form: FormData): Promise<State> {
  const sent = form.get('file')
  const file = sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array()
  const year = yearOf(form)
  return run(previous, form, { file: '' }, (context) => importGrid(context, { year, file }), {
    to: `${LIST}/${year}`,
    done: 'import',
  })
}

export async function openAction(previous: State, form: FormData): Promise<State> {
  const year = yearOf(form)
  const revision = Number(typedIn(form, 'revision'))
  return run(previous, form, {}, (context) => openEdition(context, { year, revision }), {
    to: `${LIST}/${year}`,
    done: 'ouvert',
  })
}

export async function removeDraftAction(previous: State, form: FormData): Promise<State> {
  return run(previous, form, {}, (context) => removeDraft(context, yearOf(form)), {
    to: LIST,
    done: 'retire',
  })
}
