import 'server-only'
import { readSettings, type Settings } from '#lib/env.ts'

const holder = globalThis as { mutualibreSettings?: Settings }

/** The settings of this process, read and checked once: a page must not read `.env` again. */
export function currentSettings(): Settings {
  holder.mutualibreSettings ??= readSettings()
  return holder.mutualibreSettings
}
