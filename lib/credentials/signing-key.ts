import type { KeyObject } from 'node:crypto'
import path from 'node:path'
import type { Context } from '#lib/context.ts'
import type { Settings } from '#lib/env.ts'
import { readPrivateKey } from './internal/key-files.ts'
import { KeyUnusable } from './key-unusable.ts'
import { listLabelKeys } from './queries.ts'

/** Where the private halves of the organiser's keys are: nowhere else, and in no backup of the base. */
export function labelKeyFolder(settings: Pick<Settings, 'dataFolder'>): string {
  return path.join(/* turbopackIgnore: true */ settings.dataFolder, 'cles-du-label')
}

/**
 * The key that signs now, both halves.
 * @throws KeyUnusable when there is none, or its file is missing, unreadable, or another key's.
 */
export function readSigningKey(
  context: Pick<Context, 'db'>,
  folder: string,
): { kid: string; key: KeyObject } {
  const live = listLabelKeys(context).find(({ retiredAt }) => retiredAt === '')
  if (!live) {
    throw new KeyUnusable(
      'none',
      'L’organisateur du label n’a pas encore de clé : faites-en une par npm run label:key -- new. Les attributions sont publiques ; leurs attestations attendent.',
      'The organiser of the label has no key yet: make one with npm run label:key -- new. Awards are public; their credentials wait.',
    )
  }
  return { kid: live.kid, key: readPrivateKey(folder, live) }
}

/** What is wrong with the key that should sign; null when it can. */
export function signingFault(context: Pick<Context, 'db'>, folder: string): KeyUnusable | null {
  try {
    readSigningKey(context, folder)
    return null
  } catch (error) {
    if (error instanceof KeyUnusable) return error
    throw error
  }
}
