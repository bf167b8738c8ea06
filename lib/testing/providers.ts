import type { UserActor } from '#lib/context.ts'
import { createProvider } from '#lib/providers/commands/create-provider.ts'

export const SITE = 'https://catalogue.example.fr'

export const A_PROVIDER = {
  name: 'Atelier du libre',
  kind: 'company' as const,
  siren: '552 100 554',
  website: 'https://atelier.example.fr',
  summaryFr: 'Héberge et accompagne des logiciels libres.',
  summaryEn: '',
}

type Given = Parameters<typeof createProvider>

/** A provider that someone proposes, with what they say of it. @returns its slug and its state. */
export function propose(
  context: Given[0],
  actor: UserActor,
  more: Partial<Given[1]> = {},
): ReturnType<typeof createProvider> {
  return createProvider({ ...context, actor }, { ...A_PROVIDER, ...more })
}
