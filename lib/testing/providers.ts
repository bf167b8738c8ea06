import type { Context, UserActor } from '#lib/context.ts'
import { createProvider } from '#lib/providers/commands/create-provider.ts'

export const SITE = 'https://catalogue.example.fr'

export const A_PROVIDER = {
  name: 'Atelier du libre',
  kind: 'company',
  siren: '552 100 554',
  website: 'https://atelier.example.fr',
  summaryFr: 'Héberge et accompagne des logiciels libres.',
  summaryEn: '',
}

/** A provider that someone proposes, with what they say of it. @returns its slug and its state. */
export function propose(
  context: Context,
  actor: UserActor,
  more: Record<string, unknown> = {},
): ReturnType<typeof createProvider> {
  return createProvider({ ...context, actor }, { ...A_PROVIDER, ...more })
}
