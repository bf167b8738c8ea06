import 'server-only'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import type { Writing } from '#lib/applications/writing.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { typedIn } from './run-command.ts'

/** What mails about dossiers are made with. */
export function currentWriting(): Writing {
  const settings = currentSettings()
  return { siteUrl: settings.siteUrl, secret: accountSecret(settings) }
}

/** The page of the dossier that a form stands on, as its fields `key` and `grille` say. */
export function dossierAddress(
  locale: Locale,
  form: FormData,
  options: { part?: 'documents'; query?: Record<string, string> } = {},
): string {
  const plain = (name: string) => typedIn(form, name).replace(/[^\w-]/g, '')
  const path = `/espace/collectivites/${plain('key')}/label/${plain('grille')}`
  return pathTo(locale, options.part ? `${path}/${options.part}` : path, options.query)
}
