import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadSettings, databaseFile, readSettings, SETTINGS } from './env.ts'

const ROOT = path.join(import.meta.dirname, '..')

let folder: string
let envFile: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-env-'))
  envFile = path.join(folder, '.env')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (environment: Record<string, string>) => readSettings(environment, envFile)

function refusalOf(environment: Record<string, string>): string {
  try {
    read(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(BadSettings)
    return (error as BadSettings).message
  }
  throw new Error('the settings were accepted')
}

describe('settings', () => {
  it('have a sound value each when nobody sets them', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: path.resolve('data'),
      dataset: 'real',
      siteUrl: 'http://localhost:3000',
      meili: null,
      searchRate: 600,
      trustedProxies: 0,
      forgeHosts: [],
      forgeTokens: {},
      harvest: { enabled: true, parallel: 4 },
      accounts: {
        enabled: true,
        public: false,
        secret: null,
        smtp: null,
        mailFrom: 'Mutualibre <mutualibre@localhost>',
        providers: [],
      },
    })
  })

  it('take a Meilisearch server where its address is set, its indexes named after the data', () => {
    expect(
      read({ MEILI_URL: 'http://127.0.0.1:7700/', MEILI_KEY: 'k', MUTUALIBRE_DATASET: 'demo' })
        .meili,
    ).toEqual({ url: 'http://127.0.0.1:7700', key: 'k', searchKey: '', prefix: 'mutualibre_demo' })
  })

  it('come from the environment', () => {
    const environment = {
      SIGN_IN: 'off',
      PORT: '8080',
      MUTUALIBRE_HOST: '0.0.0.0',
      MUTUALIBRE_DATA: '/srv/mutualibre',
      MUTUALIBRE_DATASET: 'demo',
      SITE_URL: 'https://catalogue.example.fr/',
    }

    expect(read(environment)).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: '/srv/mutualibre',
      dataset: 'demo',
      siteUrl: 'https://catalogue.example.fr',
      meili: null,
      searchRate: 600,
      trustedProxies: 0,
      accounts: { enabled: false, public: true },
    })
  })

  describe('on a public address', () => {
    const PUBLIC = { SITE_URL: 'https://catalogue.example.fr' }
    const SECRET = { MUTUALIBRE_SECRET: 'x'.repeat(32) }
    const SMTP = { SMTP_URL: 'smtps://u:p@smtp.example.fr' }
    const OIDC = {
      OIDC_ISSUER: 'https://auth.example.fr/',
      OIDC_CLIENT_ID: 'id',
      OIDC_CLIENT_SECRET: 'secret',
    }

    it('ask for a way to sign in and a secret, or the word that nobody signs in', () => {
      expect(refusalOf(PUBLIC)).toMatch(/réglez SMTP_URL[\s\S]*MUTUALIBRE_SECRET/)
      expect(refusalOf({ ...PUBLIC, ...SMTP })).toContain('MUTUALIBRE_SECRET')
      expect(refusalOf({ ...PUBLIC, ...SECRET })).toContain('SMTP_URL')
      expect(refusalOf({ ...PUBLIC, ...SMTP, MUTUALIBRE_SECRET: 'short' })).toContain(
        '32 caractères',
      )
      expect(read({ ...PUBLIC, ...SMTP, ...SECRET }).accounts.enabled).toBe(true)
      expect(read({ ...PUBLIC, ...OIDC, ...SECRET }).accounts.enabled).toBe(true)
      expect(read({ ...PUBLIC, SIGN_IN: 'off' }).accounts.enabled).toBe(false)
    })

    it('which is any address that other machines reach, named or not', () => {
      expect(refusalOf({ MUTUALIBRE_HOST: '0.0.0.0' })).toMatch(
        /MUTUALIBRE_HOST ouvre le service[\s\S]*SMTP_URL[\s\S]*MUTUALIBRE_SECRET/,
      )
      for (const MUTUALIBRE_HOST of ['127.0.0.1', '127.8.0.1', '::1', 'localhost']) {
        expect(read({ MUTUALIBRE_HOST }).accounts).toMatchObject({ enabled: true, public: false })
      }
    })

    it('take an identity provider whole or not at all', () => {
      expect(read(OIDC).accounts.providers).toEqual([
        {
          id: 'oidc',
          name: 'OpenID Connect',
          issuer: 'https://auth.example.fr',
          clientId: 'id',
          clientSecret: 'secret',
        },
      ])
      expect(refusalOf({ PROCONNECT_CLIENT_ID: 'id' })).toContain(
        'PROCONNECT_ISSUER et PROCONNECT_CLIENT_SECRET manque',
      )
    })
  })

  it('come from the file .env where the environment says nothing', () => {
    writeFileSync(envFile, 'PORT=4000\nMUTUALIBRE_HOST="::1"\n')

    expect(read({ PORT: '5000' })).toMatchObject({ port: 5000, host: '::1' })
  })

  it('keep their default when they are set to nothing', () => {
    writeFileSync(envFile, 'PORT=\n')

    expect(read({ PORT: '', SITE_URL: '' })).toMatchObject({
      port: 3000,
      siteUrl: 'http://localhost:3000',
    })
  })

  it('let the public address follow the port', () => {
    expect(read({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080')
  })

  it('ignore the rest of the environment', () => {
    expect(read({ HOME: '/root', PORTE: 'ouverte', SITE_NAME: 'x' }).port).toBe(3000)
  })

  it.each([
    ['real', 'mutualibre.db'],
    ['demo', 'demo.db'],
    ['bench', 'bench.db'],
  ] as const)('keep the rows of the data set %s in a file of their own', (dataset, name) => {
    expect(databaseFile({ dataFolder: '/srv', dataset })).toBe(`/srv/${name}`)
  })
})

describe('a malformed setting', () => {
  it.each([
    ['PORT', 'trois-mille', 'PORT attend un nombre, par exemple 3000.'],
    ['PORT', '80.5', 'PORT attend un nombre entier, par exemple 3000.'],
    ['PORT', '0', 'PORT doit être compris entre 1 et 65535.'],
    ['PORT', '65536', 'PORT doit être compris entre 1 et 65535.'],
    ['MUTUALIBRE_HOST', 'http://localhost', 'MUTUALIBRE_HOST attend une adresse d’écoute'],
    ['MUTUALIBRE_DATASET', 'vrai', 'MUTUALIBRE_DATASET attend « real », « demo » ou « bench »'],
    ['SITE_URL', 'catalogue.example.fr', 'SITE_URL attend une adresse complète'],
    ['SITE_URL', 'ftp://catalogue.example.fr', 'SITE_URL attend une adresse complète'],
  ])('%s=%s is refused with one sentence', (name, value, sentence) => {
    expect(refusalOf({ [name]: value })).toContain(sentence)
  })

  it.each(['1', '65535'])('PORT=%s is at the edge and accepted', (port) => {
    expect(read({ PORT: port }).port).toBe(Number(port))
  })

  it('is told together with the others', () => {
    expect(refusalOf({ PORT: 'x', MUTUALIBRE_DATASET: 'y' }).split('\n')).toHaveLength(2)
  })
})

describe('a setting that nobody knows', () => {
  it('is refused in the environment when its name is ours, with the nearest one that exists', () => {
    expect(refusalOf({ MUTUALIBRE_DATTA: './data' })).toBe(
      'Réglage inconnu : MUTUALIBRE_DATTA. Vouliez-vous dire MUTUALIBRE_DATA ? La liste des réglages est dans le README.',
    )
  })

  it('is refused without a guess when nothing is near', () => {
    expect(refusalOf({ MUTUALIBRE_LOGO_OF_THE_TOWN: 'lion' })).toBe(
      'Réglage inconnu : MUTUALIBRE_LOGO_OF_THE_TOWN. La liste des réglages est dans le README.',
    )
  })

  it('is refused anywhere in the file .env', () => {
    writeFileSync(envFile, 'PROT=4000\n')

    expect(refusalOf({})).toContain('Réglage inconnu : PROT. Vouliez-vous dire PORT ?')
  })
})

describe('the forges', () => {
  it('are those of the public network, but for the hosts that are listed', () => {
    expect(readSettings({}, envFile)).toMatchObject({ forgeHosts: [], forgeTokens: {} })
    expect(
      readSettings(
        {
          FORGE_HOSTS: 'Git.Ville.lan, 10.0.0.8:3000',
          FORGE_TOKENS: 'gitlab.adullact.net=glpat-Ab_1, codeberg.org=x',
        },
        envFile,
      ),
    ).toMatchObject({
      forgeHosts: ['git.ville.lan', '10.0.0.8:3000'],
      forgeTokens: { 'gitlab.adullact.net': 'glpat-Ab_1', 'codeberg.org': 'x' },
    })
  })

  it.each([
    [{ FORGE_HOSTS: 'https://git.ville.lan' }, /FORGE_HOSTS attend des noms de machines/],
    [{ FORGE_TOKENS: 'glpat-secret' }, /FORGE_TOKENS attend des couples/],
    [{ HARVEST: 'yes' }, /HARVEST attend « on » ou « off »/],
    [{ HARVEST_PARALLEL: '0' }, /HARVEST_PARALLEL attend 1 au moins/],
  ])('are refused in a sentence that tells no secret: %j', (environment, sentence) => {
    expect(refusalOf(environment)).toMatch(sentence)
    expect(refusalOf(environment)).not.toContain('secret')
  })

  it('are revisited where entries are real', () => {
    const harvest = (environment: Record<string, string>) =>
      readSettings(environment, envFile).harvest

    expect(harvest({})).toEqual({ enabled: true, parallel: 4 })
    expect(harvest({ HARVEST: 'off' }).enabled).toBe(false)
    expect(harvest({ MUTUALIBRE_DATASET: 'demo' }).enabled).toBe(false)
  })
})

describe('the list of settings', () => {
  it.each(Object.keys(SETTINGS))('has %s in the README', (name) => {
    expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain(name)
  })

  it('holds every name of ours that the code reads', () => {
    const read = ['app', 'components', 'db', 'lib']
      .flatMap((name) =>
        readdirSync(path.join(ROOT, name), { recursive: true, withFileTypes: true }),
      )
      .filter((entry) => entry.isFile() && /(?<!\.test)\.(ts|tsx|mjs)$/.test(entry.name))
      .flatMap((entry) => {
        const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
        return text.match(/\bMUTUALIBRE_[A-Z_]*[A-Z]\b/g) ?? []
      })

    expect([...new Set(read)].filter((name) => !(name in SETTINGS))).toEqual([])
  })
})
