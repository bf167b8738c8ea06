'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { ADOPTION_FIELDS } from '#components/adoptions/form-words.ts'
import { valueWords } from '#components/adoptions/history-list.tsx'
import type { AdoptionFormState } from '#components/adoptions/use-adoption-form.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { ChangedMeanwhile } from '#lib/adoptions/changed-meanwhile.ts'
import {
  changeAdoption,
  endAdoption,
  reopenAdoption,
} from '#lib/adoptions/commands/change-adoption.ts'
import { confirmAdoptions } from '#lib/adoptions/commands/confirm-adoptions.ts'
import { contestAdoption } from '#lib/adoptions/commands/contest-adoption.ts'
import { adoptionLife } from '#lib/adoptions/life-query.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'

type State = AdoptionFormState
type Typed = Record<string, string> & { adoption: string; revision: string }

export async function changeAction(previous: State, form: FormData): Promise<State> {
  return act(previous, form, ADOPTION_FIELDS, changeAdoption)
}

export async function endAction(previous: State, form: FormData): Promise<State> {
  return act(previous, form, ['stoppedOn', 'stopReason', 'stopNote'], endAdoption)
}

export async function reopenAction(previous: State, form: FormData): Promise<State> {
  return act(previous, form, ['state'], reopenAdoption)
}

export async function contestAction(previous: State, form: FormData): Promise<State> {
  return act(previous, form, ['reason'], (context, typed) =>
    contestAdoption(context, { adoption: typed.adoption, reason: typed.reason ?? '' }),
  )
}

export async function confirmOneAction(previous: State, form: FormData): Promise<State> {
  return act(previous, form, [], (context, { adoption, revision }) => {
    const organisationId = adoptionLife(context, Number(adoption))?.organisation.id ?? 0
    const { changed } = confirmAdoptions(context, {
      organisationId,
      adoptions: `${adoption}.${revision}`,
    })
    if (changed > 0) {
      throw new Conflict(
        'Cette ligne a changé pendant que vous la lisiez : rechargez la page et relisez-la avant de la confirmer.',
        'This line changed while you were reading it: reload the page and read it again before you confirm it.',
      )
    }
  })
}

/** Runs a command on one adoption, then shows its page again. */
async function act(
  previous: State,
  form: FormData,
  fields: readonly string[],
  command: (context: Context, typed: Typed) => unknown,
): Promise<State> {
  const context = await requestContext()
  const locale = formLocale(form)
  const which = { adoption: typedIn(form, 'adoption'), revision: typedIn(form, 'revision') }
  const typed = Object.fromEntries(fields.map((name) => [name, typedIn(form, name)]))
  let meanwhile: ChangedMeanwhile | undefined
  const outcome = runCommand<string, unknown>(
    previous,
    { ...typed, revision: which.revision },
    () => {
      try {
        return command(context, { ...typed, ...which })
      } catch (error) {
        if (error instanceof ChangedMeanwhile) meanwhile = error
        throw error
      }
    },
    locale,
  )
  if ('refused' in outcome) {
    return meanwhile
      ? { ...outcome.refused, ...theirs(context, locale, which.adoption, typed, meanwhile) }
      : outcome.refused
  }
  const life = adoptionLife(context, Number(which.adoption))
  const page = `/espace/collectivites/${life?.organisation.key}/utilisations/${life?.id}`
  redirect(pathTo(locale, life ? page : '/espace', { fait: 'oui' }))
}

/** What another agent changed meanwhile and is not what was typed, and the revision to write over it. */
function theirs(
  context: Context,
  locale: Locale,
  adoption: string,
  typed: Record<string, string>,
  { revision, fields }: ChangedMeanwhile,
): Pick<State, 'values' | 'meanwhile'> {
  const life = adoptionLife(context, Number(adoption))
  const changed = fields.map((name) => (name === 'operatorId' ? 'operator' : name))
  const differing = Object.entries(life?.values ?? {}).filter(
    ([name, value]) => changed.includes(name) && name in typed && typed[name] !== value,
  )
  return {
    values: { ...typed, revision: String(revision) },
    meanwhile: Object.fromEntries(
      differing.map(([name, value]) => [
        name,
        name === 'operator' ? (life?.operator?.name ?? '') : valueWords(locale, name, value),
      ]),
    ),
  }
}
