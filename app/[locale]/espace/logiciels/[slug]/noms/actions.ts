'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { currentWriting } from '#app/_request/dossier-address.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FoundNames } from '#components/names/decide-form.tsx'
import { DONE } from '#components/names/done-note.tsx'
import { foundOption } from '#components/names/shown-names.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { acceptNames } from '#lib/names/commands/accept-names.ts'
import { removeNameList } from '#lib/names/commands/add-list.ts'
import { type Decided, decideNames, type NameChoice } from '#lib/names/commands/decide-names.ts'
import { findCandidates } from '#lib/names/queries.ts'

/** Looks for the organisations that were typed; where nothing was, keeps the decisions of the page. */
export async function decideNamesAction(
  previous: FormState<string, FoundNames>,
  form: FormData,
): Promise<FormState<string, FoundNames>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const software = typedIn(form, 'software')
  const { values, choices, searches } = readForm(form)
  // What was found before stays on the page.
  const { outcome: before = {}, ...state } = previous
  const outcome = runCommand<string, Decided | { found: FoundNames }>(
    state,
    values,
    () => {
      const found: FoundNames = { ...before }
      const isNew = searches.some(({ text, seen }) => text !== seen)
      if (isNew || form.has('chercher')) {
        for (const { id, text } of searches) {
          found[id] = findCandidates(context, software, text).map((item) =>
            foundOption(locale, item),
          )
        }
        if (searches.length > 0) return { found }
      }
      return decideNames(context, { software, choices }, currentWriting())
    },
    locale,
  )
  if ('refused' in outcome) return { ...outcome.refused, outcome: before }
  if (!('found' in outcome.done)) return redirect(addressAfter(locale, form, outcome.done))
  const { found } = outcome.done
  return {
    values,
    faults: Object.fromEntries(
      searches.map(({ id }) => [
        `autre-${id}`,
        (found[id] ?? []).length === 0 ? 'not-found' : 'found',
      ]),
    ),
    outcome: found,
    refusals: (Number(previous.refusals) || 0) + 1,
  }
}

/** What the form of a page of names says. */
function readForm(form: FormData) {
  const values: Record<string, string> = {}
  const choices: NameChoice[] = []
  const searches: Array<{ id: string; text: string; seen: string }> = []
  for (const name of new Set(form.keys())) {
    const [, what, id = ''] = /^(choix|autre)-(\d{1,9})(?:-plus)?$/.exec(name) ?? []
    if (what === 'autre') {
      const text = typedIn(form, name).trim().slice(0, 120)
      values[name] = text
      if (text !== '') searches.push({ id, text, seen: typedIn(form, `vu-${id}`) })
    } else if (what === 'choix' && values[`choix-${id}`] === undefined) {
      const ticked = form.getAll(`choix-${id}-plus`).filter((item) => typeof item === 'string')
      const choice = ticked.length > 0 ? ticked.join(',') : typedIn(form, `choix-${id}`)
      values[`choix-${id}`] = choice
      choices.push({ id: Number(id), choice })
    }
  }
  return { values, choices, searches }
}

export async function acceptNamesAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const outcome = runCommand(
    previous,
    {},
    () =>
      acceptNames(
        context,
        {
          software: typedIn(form, 'software'),
          list: typedIn(form, 'list'),
          what: typedIn(form, 'voir') === 'sans' ? 'sans' : 'surs',
          shown: typedIn(form, 'shown'),
        },
        currentWriting(),
      ),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(addressAfter(locale, form, outcome.done))
}

/** Forgets a list, then leads to those that are left. */
export async function removeListAction(
  previous: FormState<string>,
  form: FormData,
): Promise<FormState<string>> {
  const context = await requestContext()
  const locale = formLocale(form)
  const software = typedIn(form, 'software')
  const outcome = runCommand(
    previous,
    {},
    () => removeNameList(context, { software, list: Number(typedIn(form, 'list')) || 0 }),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  redirect(pathTo(locale, `/espace/logiciels/${plain(software)}/noms`))
}

const plain = (text: string) => text.replace(/[^\w-]/g, '')

/** The same view of the same list, which says what was done. */
function addressAfter(locale: Locale, form: FormData, done: Decided): string {
  const shown = ['surs', 'douteux', 'sans', 'decides', 'disparus'].find(
    (view) => view === typedIn(form, 'voir'),
  )
  return pathTo(locale, `/espace/logiciels/${plain(typedIn(form, 'software'))}/noms`, {
    liste: plain(typedIn(form, 'list')),
    voir: shown,
    page: plain(typedIn(form, 'page')),
    fait: DONE.map((what) => done[what]).join('-'),
  })
}
