import type { Context } from '#lib/context.ts'
import { askReference, withdrawReference } from '#lib/providers/commands/ask-reference.ts'
import { changeProviderRole, removeFromProvider } from '#lib/providers/commands/change-members.ts'
import {
  changeProvider,
  removeService,
  setAreas,
  setService,
} from '#lib/providers/commands/change-provider.ts'
import { createProvider } from '#lib/providers/commands/create-provider.ts'
import { inviteToProvider } from '#lib/providers/commands/invite-to-provider.ts'
import { submitProvider, withdrawProvider } from '#lib/providers/commands/publish-provider.ts'
import { settleReference } from '#lib/providers/commands/settle-reference.ts'
import { organisationReferences, providerSpace } from '#lib/providers/space-queries.ts'

type Call = (context: Context) => unknown

const SITE = 'https://catalogue.example.fr'
const ABOUT = {
  name: 'Coopérative du libre',
  kind: 'cooperative',
  website: '',
  summaryFr: 'Héberge et accompagne des logiciels libres',
  summaryEn: '',
}

/**
 * The calls of the rights on providers and their references, for the walk of all rights.
 * @param key of the organisation, slug of the provider, that the walk is about.
 */
export const callsOfProviders = (key: string, slug = 'prestataire') =>
  ({
    'provider.create': [(context) => createProvider(context, { ...ABOUT, siren: '130025265' })],
    'provider.read-space': [(context) => providerSpace(context, slug)],
    'provider.edit': [
      (context) => changeProvider(context, slug, ABOUT),
      (context) => setService(context, slug, { software: 'autre', kinds: ['hosting'] }),
      (context) => removeService(context, slug, { software: 'autre' }),
      (context) => setAreas(context, slug, { areas: ['national'] }),
      (context) => withdrawProvider(context, slug, { reason: '' }),
      (context) => submitProvider(context, slug),
      (context) =>
        askReference(
          context,
          slug,
          { organisation: key, software: 'autre', kinds: ['hosting'], since: '' },
          { siteUrl: SITE },
        ),
      (context) => withdrawReference(context, slug, { reference: 1 }),
    ],
    'provider.manage-members': [
      (context) =>
        inviteToProvider(
          context,
          slug,
          { email: 'quelqu-un@exemple.fr', role: 'member' },
          { siteUrl: SITE, secret: 'secret', locale: 'fr' },
        ),
      (context) => removeFromProvider(context, slug, { userId: 'personne' }),
      (context) => changeProviderRole(context, slug, { userId: 'personne', role: 'member' }),
    ],
    'reference.settle': [
      (context) => organisationReferences(context, key),
      (context) =>
        settleReference(
          context,
          { organisation: key, reference: 1, siteUrl: SITE },
          { accepted: true, reason: '' },
        ),
    ],
  }) satisfies Record<string, Call[]>
