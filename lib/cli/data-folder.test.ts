import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from '#lib/env.ts'
import { openPreparedDatabase, prepareDataFolder } from './data-folder.ts'
import { CannotGoOn } from './fail.ts'

let folder: string
let settings: Settings
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-data-'))
  settings = {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: path.join(folder, 'donnees'),
    dataset: 'real',
    siteUrl: 'http://localhost:3000',
    meili: null,
    searchRate: 600,
    trustedProxies: 0,
    forgeHosts: [],
    forgeTokens: {},
    harvest: { enabled: false, parallel: 1 },
    accounts: {
      enabled: true,
      public: false,
      secret: null,
      smtp: null,
      mailFrom: '',
      providers: [],
    },
  }
  file = path.join(settings.dataFolder, 'mutualibre.db')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  it('is made where it is missing, and left without a trace of the trial', () => {
    prepareDataFolder(path.join(folder, 'un/deux'))

    expect(readdirSync(path.join(folder, 'un/deux'))).toEqual([])
  })

  it('that cannot be written to is named, with what to do', () => {
    writeFileSync(path.join(folder, 'fichier'), '')

    expect(() => prepareDataFolder(path.join(folder, 'fichier/donnees'))).toThrow(CannotGoOn)
    expect(() => prepareDataFolder(path.join(folder, 'fichier/donnees'))).toThrow(
      /n’est pas accessible en écriture \(ENOTDIR\).*MUTUALIBRE_DATA/,
    )
  })
})

describe('the database of the settings', () => {
  it('is made, migrated and opened', () => {
    const db = openPreparedDatabase(settings)

    expect(db.$client.prepare('SELECT count(*) FROM software').pluck().get()).toBe(0)
    db.$client.close()
    expect(existsSync(file)).toBe(true)
  })

  it.each([
    ['a text', 'Ceci n’est pas une base de données. '.repeat(50)],
    ['a few letters', 'base'],
    ['a database cut short', 'SQLite format 3\u0000 et rien de plus'],
  ])('that is %s is named, and left as it was', (_what, content) => {
    prepareDataFolder(settings.dataFolder)
    writeFileSync(file, content)

    expect(() => openPreparedDatabase(settings)).toThrow(/mutualibre\.db n’est pas une base SQLite/)

    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})
