import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { MeiliAccess } from '#lib/search/meili-access.ts'

/**
 * Every setting of Mutualibre, with what it is when nobody sets it. The README lists them; a test holds
 * the two together.
 */
export const SETTINGS = {
  PORT: z.coerce
    .number({ error: 'PORT attend un nombre, par exemple 3000' })
    .int({ error: 'PORT attend un nombre entier, par exemple 3000' })
    .min(1, { error: 'PORT doit être compris entre 1 et 65535' })
    .max(65535, { error: 'PORT doit être compris entre 1 et 65535' })
    .default(3000),
  MUTUALIBRE_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: 'MUTUALIBRE_HOST attend une adresse d’écoute, par exemple 127.0.0.1 ou 0.0.0.0',
    })
    .default('127.0.0.1'),
  MUTUALIBRE_DATA: z
    .string()
    .min(1, { error: 'MUTUALIBRE_DATA attend le chemin d’un dossier, par exemple ./data' })
    .default('data'),
  MUTUALIBRE_DATASET: z
    .enum(['real', 'demo', 'bench'], {
      error: 'MUTUALIBRE_DATASET attend « real », « demo » ou « bench »',
    })
    .default('real'),
  SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'SITE_URL attend une adresse complète, par exemple https://catalogue.example.fr',
    })
    .optional(),
  MEILI_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'MEILI_URL attend l’adresse d’un serveur Meilisearch, par exemple http://127.0.0.1:7700',
    })
    .optional(),
  MEILI_KEY: z.string().default(''),
  MEILI_SEARCH_KEY: z.string().default(''),
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,60}$/, {
      error: 'MEILI_PREFIX attend des lettres, des chiffres et des tirets, par exemple mutualibre',
    })
    .default('mutualibre'),
  SEARCH_RATE: z.coerce
    .number({ error: 'SEARCH_RATE attend un nombre de recherches par minute, par exemple 600' })
    .int({ error: 'SEARCH_RATE attend un nombre entier, par exemple 600' })
    .min(1, { error: 'SEARCH_RATE attend 1 au moins' })
    .default(600),
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'TRUSTED_PROXIES attend un nombre de relais, par exemple 1' })
    .int({ error: 'TRUSTED_PROXIES attend un nombre entier, par exemple 1' })
    .min(0, { error: 'TRUSTED_PROXIES attend 0 au moins' })
    .max(5, { error: 'TRUSTED_PROXIES attend 5 au plus' })
    .default(0),
} as const

const schema = z.object(SETTINGS)

export interface Settings {
  port: number
  host: string
  /** Absolute path. */
  dataFolder: string
  dataset: 'real' | 'demo' | 'bench'
  /** The public address, without a slash at its end. */
  siteUrl: string
  /** Null: the embedded engine alone searches. */
  meili: MeiliAccess | null
  /** Searches that one address may make in a minute. */
  searchRate: number
  /** Proxies of ours in front of the server, whose word on the visitor's address is taken. */
  trustedProxies: number
}

export class BadSettings extends Error {
  override name = 'BadSettings'
}

/**
 * Reads and checks the settings, from the environment and, below it, the file `.env`.
 * A name that nobody knows is refused where it can only be meant for us: anywhere in `.env`, and in the
 * environment when it starts with MUTUALIBRE_.
 * @throws BadSettings with one sentence a fault, in French.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  envFile = path.resolve(/* turbopackIgnore: true */ '.env'),
): Settings {
  const fromFile: Record<string, string | undefined> = existsSync(
    /* turbopackIgnore: true */ envFile,
  )
    ? parseEnv(readFileSync(/* turbopackIgnore: true */ envFile, 'utf8'))
    : {}
  const faults = [
    ...Object.keys(fromFile),
    ...Object.keys(environment).filter((name) => name.startsWith('MUTUALIBRE_')),
  ].flatMap(unknownSetting)
  const merged = Object.fromEntries(
    Object.keys(SETTINGS).map((name) => [name, environment[name] || fromFile[name] || undefined]),
  )
  const parsed = schema.safeParse(merged)
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.message}.`))
  if (faults.length > 0) throw new BadSettings([...new Set(faults)].join('\n'))
  if (!parsed.success) throw new Error('unreachable')
  const { PORT, MUTUALIBRE_HOST, MUTUALIBRE_DATA, MUTUALIBRE_DATASET, SITE_URL } = parsed.data
  const { MEILI_URL, MEILI_KEY, MEILI_SEARCH_KEY, MEILI_PREFIX } = parsed.data
  return {
    port: PORT,
    host: MUTUALIBRE_HOST,
    dataFolder: path.resolve(/* turbopackIgnore: true */ MUTUALIBRE_DATA),
    dataset: MUTUALIBRE_DATASET,
    siteUrl: (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    meili:
      MEILI_URL === undefined
        ? null
        : {
            url: MEILI_URL.replace(/\/+$/, ''),
            key: MEILI_KEY,
            searchKey: MEILI_SEARCH_KEY,
            // One server may hold the catalogue and its demonstration.
            prefix: `${MEILI_PREFIX}_${MUTUALIBRE_DATASET}`,
          },
    searchRate: parsed.data.SEARCH_RATE,
    trustedProxies: parsed.data.TRUSTED_PROXIES,
  }
}

function unknownSetting(name: string): string[] {
  if (name in SETTINGS) return []
  const nearest = Object.keys(SETTINGS)
    .map((known) => ({ known, far: distance(known, name) }))
    .sort((a, b) => a.far - b.far)[0]
  const hint = nearest && nearest.far <= 4 ? ` Vouliez-vous dire ${nearest.known} ?` : ''
  return [`Réglage inconnu : ${name}.${hint} La liste des réglages est dans le README.`]
}

/** The database file of a data set, in the data folder. */
export function databaseFile(settings: Pick<Settings, 'dataFolder' | 'dataset'>): string {
  const name = { real: 'mutualibre.db', demo: 'demo.db', bench: 'bench.db' }[settings.dataset]
  return path.join(/* turbopackIgnore: true */ settings.dataFolder, name)
}
