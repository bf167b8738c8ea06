'use server'

import { redirect } from 'next/navigation'
import { requestContext } from '#app/_request/context.ts'
import { identityIn, tickedIn } from '#app/_request/provider-form.ts'
import { formLocale, runCommand, typedIn } from '#app/_request/run-command.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import type { Context } from '#lib/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { askReference, withdrawReference } from '#lib/providers/commands/ask-reference.ts'
import { changeProviderRole, removeFromProvider } from '#lib/providers/commands/change-members.ts'
import {
  changeProvider,
  removeService,
  setAreas,
  setService,
} from '#lib/providers/commands/change-provider.ts'
import { inviteToProvider } from '#lib/providers/commands/invite-to-provider.ts'
import { submitProvider, withdrawProvider } from '#lib/providers/commands/publish-provider.ts'
import { organisationMeant } from '#lib/providers/which-organisation.ts'

type State = FormState<string>

export async function changeIdentityAction(previous: State, form: FormData): Promise<State> {
  const typed = identityIn(form)
  return changed(previous, form, 'fiche', typed, (context, slug) => {
    changeProvider(context, slug, typed)
  })
}

export async function setServiceAction(previous: State, form: FormData): Promise<State> {
  const software = typedIn(form, 'software')
  const kinds = tickedIn(form, 'kinds')
  const typed = { software, kinds: kinds.join(' ') }
  return changed(previous, form, 'service', typed, (context, slug) => {
    setService(context, slug, { software, kinds })
  })
}

export async function removeServiceAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'retire', {}, (context, slug) => {
    removeService(context, slug, { software: typedIn(form, 'software') })
  })
}

export async function setAreasAction(previous: State, form: FormData): Promise<State> {
  const areas = tickedIn(form, 'areas')
  return changed(previous, form, 'territoire', { areas: areas.join(' ') }, (context, slug) => {
    setAreas(context, slug, { areas })
  })
}

export async function submitAgainAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'propose', {}, (context, slug) => {
    submitProvider(context, slug)
  })
}

export async function withdrawAction(previous: State, form: FormData): Promise<State> {
  const reason = typedIn(form, 'reason')
  return changed(previous, form, 'plus-montre', { reason }, (context, slug) => {
    withdrawProvider(context, slug, { reason })
  })
}

/** Asks for a reference; a name that several organisations have is answered with which ones. */
export async function askReferenceAction(previous: State, form: FormData): Promise<State> {
  const context = await requestContext()
  const organisation = typedIn(form, 'organisation')
  const offered = typedIn(form, 'offeredFor') === organisation ? typedIn(form, 'which') : ''
  const kinds = tickedIn(form, 'kinds')
  const said = { software: typedIn(form, 'software'), kinds, since: typedIn(form, 'since') }
  const typed = { ...said, organisation, kinds: kinds.join(' ') }
  const { siteUrl } = currentSettings()
  const state = await changed(previous, form, '', typed, (_context, slug) =>
    askReference(context, slug, { ...said, organisation: offered || organisation }, { siteUrl })
      .asked > 0
      ? 'demande'
      : 'demande-sans-membre',
  )
  if (state.faults.organisation !== 'organisation-several') return state
  const meant = organisationMeant(context, organisation)
  const several = 'several' in meant ? meant.several : []
  return {
    ...state,
    offered: several.map(({ key, name, departement }) => ({
      value: key,
      label: departement ? `${name} (${departement})` : name,
      hint: key,
    })),
  }
}

export async function withdrawReferenceAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'reprise', {}, (context, slug) => {
    withdrawReference(context, slug, { reference: Number(typedIn(form, 'reference')) || 0 })
  })
}

export async function inviteToProviderAction(previous: State, form: FormData): Promise<State> {
  const typed = { email: typedIn(form, 'email'), role: typedIn(form, 'role') }
  const settings = currentSettings()
  const maker = {
    siteUrl: settings.siteUrl,
    secret: accountSecret(settings),
    locale: formLocale(form),
  }
  return changed(previous, form, 'invite', typed, (context, slug) => {
    inviteToProvider(context, slug, typed, maker)
  })
}

export async function removeMemberAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'membre', {}, (context, slug) => {
    removeFromProvider(context, slug, { userId: typedIn(form, 'userId') })
  })
}

export async function changeRoleAction(previous: State, form: FormData): Promise<State> {
  return changed(previous, form, 'role', { role: '' }, (context, slug) => {
    changeProviderRole(context, slug, {
      userId: typedIn(form, 'userId'),
      role: typedIn(form, 'role'),
    })
  })
}

/**
 * Runs one of the forms of the page, then leads back to it, which says what was done.
 * @param done the word for it, unless the command says one itself.
 */
async function changed(
  previous: State,
  form: FormData,
  done: string,
  values: Record<string, string>,
  command: (context: Context, slug: string) => unknown,
): Promise<State> {
  const locale = formLocale(form)
  const slug = typedIn(form, 'slug')
  const context = await requestContext()
  const outcome = runCommand<string, unknown>(
    previous,
    values,
    () => command(context, slug),
    locale,
  )
  if ('refused' in outcome) return outcome.refused
  const path = `/espace/prestataires/${encodeURIComponent(slug)}`
  redirect(
    pathTo(locale, path, {
      fait: typeof outcome.done === 'string' ? outcome.done : done,
    }),
  )
}
