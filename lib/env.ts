import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { AccountSettings, IdentityProvider } from '#lib/accounts/settings.ts'
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
  FORGE_HOSTS: z
    .string()
    .regex(/^\s*([^\s,/@]+(\s*,\s*[^\s,/@]+)*)?\s*$/, {
      error:
        'FORGE_HOSTS attend des noms de machines séparés par des virgules, par exemple git.ville.lan,10.0.0.8:3000',
    })
    .default(''),
  FORGE_TOKENS: z
    .string()
    .regex(/^\s*([^\s,=/@]+=[^\s,=]+(\s*,\s*[^\s,=/@]+=[^\s,=]+)*)?\s*$/, {
      error:
        'FORGE_TOKENS attend des couples machine=jeton séparés par des virgules, par exemple gitlab.adullact.net=glpat-…',
    })
    .default(''),
  HARVEST: z.enum(['on', 'off'], { error: 'HARVEST attend « on » ou « off »' }).default('on'),
  HARVEST_PARALLEL: z.coerce
    .number({ error: 'HARVEST_PARALLEL attend un nombre de dépôts lus à la fois, par exemple 4' })
    .int({ error: 'HARVEST_PARALLEL attend un nombre entier, par exemple 4' })
    .min(1, { error: 'HARVEST_PARALLEL attend 1 au moins' })
    .max(16, { error: 'HARVEST_PARALLEL attend 16 au plus' })
    .default(4),
  SIGN_IN: z.enum(['on', 'off'], { error: 'SIGN_IN attend « on » ou « off »' }).default('on'),
  MUTUALIBRE_SECRET: z
    .string()
    .min(32, {
      error:
        'MUTUALIBRE_SECRET attend 32 caractères au moins, tirés au hasard, par exemple ceux de : openssl rand -base64 32',
    })
    .optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error:
        'SMTP_URL attend l’adresse d’un serveur de courriel, par exemple smtps://utilisateur:motdepasse@smtp.example.fr:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, {
      error: 'MAIL_FROM attend une adresse, par exemple Mutualibre <catalogue@example.fr>',
    })
    .default('Mutualibre <mutualibre@localhost>'),
  PROCONNECT_ISSUER: issuer('PROCONNECT_ISSUER'),
  PROCONNECT_CLIENT_ID: z.string().optional(),
  PROCONNECT_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: issuer('OIDC_ISSUER'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('OpenID Connect'),
} as const

function issuer(name: string) {
  return z
    .url({
      protocol: /^https?$/,
      error: `${name} attend l’adresse d’un fournisseur d’identité, par exemple https://auth.example.fr`,
    })
    .optional()
}

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
  /**
   * Hosts (`host` or `host:port`, lower-case) that may be of a private network and be reached by http:
   * every other request of ours goes to the public network, by https.
   */
  forgeHosts: readonly string[]
  /** Tokens for the API of forges, by host. Never logged. */
  forgeTokens: Readonly<Record<string, string>>
  /** Whether the service revisits repositories by itself, and how many at once. */
  harvest: { enabled: boolean; parallel: number }
  accounts: AccountSettings
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
  if (parsed.success) faults.push(...accountFaults(parsed.data))
  else faults.push(...parsed.error.issues.map((issue) => `${issue.message}.`))
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
    forgeHosts: listOf(parsed.data.FORGE_HOSTS.toLowerCase()),
    forgeTokens: Object.fromEntries(
      listOf(parsed.data.FORGE_TOKENS).map((pair) => {
        const [host = '', token = ''] = pair.split('=')
        return [host.toLowerCase(), token]
      }),
    ),
    harvest: {
      // The entries of the demonstration are simulated, those of the bench made up.
      enabled: parsed.data.HARVEST === 'on' && MUTUALIBRE_DATASET === 'real',
      parallel: parsed.data.HARVEST_PARALLEL,
    },
    accounts: {
      // Simulated rows are for looking at; nobody speaks for a real organisation there.
      enabled: parsed.data.SIGN_IN === 'on' && MUTUALIBRE_DATASET === 'real',
      public: isPublic(parsed.data),
      secret: parsed.data.MUTUALIBRE_SECRET ?? null,
      smtp: parsed.data.SMTP_URL ?? null,
      mailFrom: parsed.data.MAIL_FROM,
      providers: providersOf(parsed.data),
    },
  }
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

type Values = z.infer<typeof schema>
const PROVIDERS = { proconnect: 'PROCONNECT', oidc: 'OIDC' } as const

function providersOf(values: Values): IdentityProvider[] {
  return Object.entries(PROVIDERS).flatMap(([id, prefix]) => {
    const issuer = values[`${prefix}_ISSUER`]
    const clientId = values[`${prefix}_CLIENT_ID`]
    const clientSecret = values[`${prefix}_CLIENT_SECRET`]
    if (!issuer || !clientId || !clientSecret) return []
    return [
      {
        id: id as IdentityProvider['id'],
        name: prefix === 'OIDC' ? values.OIDC_NAME : 'ProConnect',
        issuer: issuer.replace(/\/+$/, ''),
        clientId,
        clientSecret,
      },
    ]
  })
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/

/** Whether others than the one who runs the service may reach it. */
function isPublic({ SITE_URL, MUTUALIBRE_HOST }: Values): boolean {
  return SITE_URL !== undefined || !LOOPBACK.test(MUTUALIBRE_HOST)
}

/** What a service that others reach needs before anyone signs in to it. */
function accountFaults(values: Values): string[] {
  const faults: string[] = []
  for (const prefix of Object.values(PROVIDERS)) {
    const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'] as const
    const missing = names.filter((name) => !values[`${prefix}_${name}`])
    if (missing.length > 0 && missing.length < names.length) {
      faults.push(
        `${missing.map((name) => `${prefix}_${name}`).join(' et ')} manque : un fournisseur d’identité se règle par ${prefix}_ISSUER, ${prefix}_CLIENT_ID et ${prefix}_CLIENT_SECRET.`,
      )
    }
  }
  if (!isPublic(values) || values.SIGN_IN === 'off') return faults
  if (values.MUTUALIBRE_DATASET !== 'real') return faults
  const reached =
    values.SITE_URL === undefined
      ? 'MUTUALIBRE_HOST ouvre le service à d’autres machines'
      : 'SITE_URL est réglé'
  if (!values.SMTP_URL && providersOf(values).length === 0) {
    faults.push(
      `${reached}, mais rien ne permet de se connecter : réglez SMTP_URL, ou un fournisseur d’identité (PROCONNECT_… ou OIDC_…), ou SIGN_IN=off pour un catalogue qui se lit seulement.`,
    )
  }
  if (!values.MUTUALIBRE_SECRET) {
    faults.push(
      `${reached}, mais pas MUTUALIBRE_SECRET, qui signe les connexions et les liens des courriels : tirez 32 caractères au hasard (openssl rand -base64 32), ou réglez SIGN_IN=off.`,
    )
  }
  return faults
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

/** Where mails go on a service of one's own machine, which has no mail server. */
export function mailFolder(settings: Pick<Settings, 'dataFolder'>): string {
  return path.join(/* turbopackIgnore: true */ settings.dataFolder, 'courriels')
}

/** Whether mails are only written into that folder, and shown on a page: on one's own machine alone. */
export function mailsGoNowhere({ accounts }: Pick<Settings, 'accounts'>): boolean {
  return accounts.enabled && !accounts.public && accounts.smtp === null
}
