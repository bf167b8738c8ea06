import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '#lib/env.ts'

/**
 * What signs the sessions and the links of this service: the setting, or one that the service makes for
 * itself and keeps in the data folder, readable by its own user alone.
 */
export function accountSecret(settings: Pick<Settings, 'accounts' | 'dataFolder'>): string {
  if (settings.accounts.secret) return settings.accounts.secret
  const file = path.join(/* turbopackIgnore: true */ settings.dataFolder, 'secret')
  if (!existsSync(/* turbopackIgnore: true */ file)) {
    try {
      writeFileSync(/* turbopackIgnore: true */ file, randomBytes(32).toString('base64'), {
        mode: 0o600,
        flag: 'wx',
      })
    } catch (error) {
      // Another process of the service was first: its secret is the one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(/* turbopackIgnore: true */ file, 'utf8')
}

/** A key for one use, which tells nothing of the secret or of the keys for other uses. */
export function keyFor(secret: string, use: string): Uint8Array {
  return createHmac('sha256', secret).update(use).digest()
}
