'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runAsyncCommand, runCommand, typedIn } from '#app/_request/run-command.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { visitSoftware } from '#lib/forge/visit-software.ts'
import { decideDifference } from '#lib/provenance/commands/decide-difference.ts'
import { editEntry } from '#lib/provenance/commands/edit-entry.ts'
import { EntryMeanwhile } from '#lib/provenance/entry-meanwhile.ts'
import { ENTRY_FIELDS } from '#lib/provenance/fields.ts'

type State = FormState<string>

/** Fields that a form sends several times: their boxes and selects. */
const LISTS: readonly string[] = ['platforms', 'audience', 'functions']

const listIn = (form: FormData, name: string) =>
  form
    .getAll(name)
    .filter((item): item is string => typeof item === 'string' && item !== '')
    .join(',')

/** Back to the page of the entry, which says what was done. */
const back = (locale: Locale, slug: string, fait: string): never =>
  redirect(pathTo(locale, `/espace/logiciels/${encodeURIComponent(slug)}`, { fait }))

/** Corrects an entry; what changed meanwhile comes back beside what was typed. */
export async function editAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const software = typedIn(form, 'software')
  const values: Record<string, string> = {
    revision: typedIn(form, 'revision'),
    ...Object.fromEntries(
      ENTRY_FIELDS.map((name) => [
        name,
        LISTS.includes(name) ? listIn(form, name) : typedIn(form, name),
      ]),
    ),
  }
  let meanwhile: EntryMeanwhile | undefined
  const outcome = runCommand<string, string[]>(
    previous,
    values,
    () => {
      try {
        const { forgeHosts } = currentSettings()
        return editEntry(context, { ...values, software }, { forgeHosts })
      } catch (error) {
        if (error instanceof EntryMeanwhile) meanwhile = error
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
      meanwhile: meanwhile.recorded,
    }
  }
  return back(locale, software, outcome.done.length > 0 ? 'enregistree' : 'inchangee')
}

/** Takes what the repository or the reference data says, or keeps the entry's own. */
export async function decideAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const names = ['software', 'field', 'of', 'at', 'decision']
  const values = Object.fromEntries(names.map((name) => [name, typedIn(form, name)]))
  const outcome = runCommand<string, { taken: boolean }>(
    previous,
    values,
    () => decideDifference(context, values),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  return back(locale, values.software ?? '', outcome.done.taken ? 'reprise' : 'gardee')
}

/** Reads the repository of an entry now. */
export async function readAgainAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const software = typedIn(form, 'software')
  const outcome = await runAsyncCommand<string, { unchanged: boolean }>(
    previous,
    {},
    () => visitSoftware(context, software, currentSettings()),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  return back(locale, software, outcome.done.unchanged ? 'lue-inchangee' : 'lue')
}
