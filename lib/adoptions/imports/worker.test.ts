import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Db, openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { startImport } from '#lib/adoptions/commands/settle-import.ts'
import { uploadList } from '#lib/adoptions/commands/upload-list.ts'
import { getImport } from '#lib/adoptions/import-queries.ts'
import type { Context } from '#lib/context.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import {
  anOrganisation,
  anOrganisationInput,
  aSoftware,
  aUser,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import type { ImportProgress } from './progress.ts'
import { putBack, startImportRunner } from './runner.ts'

const WORKER = path.join(import.meta.dirname, '../../cli/import-worker.ts')
const COMMUNES = 800
let folder: string
let db: Db
let context: Context
let list: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-import-'))
  db = openDatabase(path.join(folder, 'mutualibre.db'))
  applyMigrations(db)
  const server: Context = { db, actor: { kind: 'operator', name: 'test' }, now: new Date() }
  someTerritories(server)
  someFunctions(server)
  aSoftware(server, { slug: 'openelec', name: 'openElec' })
  const syndicat = anOrganisation(server, { kind: 'syndicat', siren: '250000015', insee: '' })
  const communes = Array.from({ length: COMMUNES }, () => anOrganisationInput())
  loadOrganisations(server, communes, SOURCE)
  list = ['SIREN', ...communes.map((item) => item.siren)].join('\n')
  context = { ...server, actor: aUser(server, { memberOf: [syndicat] }) }
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

const env = () => ({ ...process.env, MUTUALIBRE_DATA: folder })
const upload = (content = list) =>
  uploadList(context, {
    kind: 'report',
    organisation: '250000015',
    software: 'openelec',
    runs: false,
    fileName: '',
    file: Buffer.from(content),
  }).id

/** Runs the process of a list until it ends, or until what it says is a reason to kill it. */
function run(id: number, killAt?: (said: ImportProgress) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const child = fork(WORKER, [String(id)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: env(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (said) => {
      if (killAt?.(said as ImportProgress)) child.kill('SIGKILL')
    })
    child.on('exit', (code, signal) => resolve(signal ?? String(code)))
  })
}

const figuresAreRows = () => expect(Object.values(compareFigures({ db }))).toEqual([0, 0, 0, 0, 0])

/** Waits for what the runner does on its own. */
async function until(state: string, id: number): Promise<void> {
  for (let turn = 0; turn < 1_000 && getImport(context, id).state !== state; turn++) await sleep(50)
  expect(getImport(context, id).state).toBe(state)
}

describe('The process of a list, killed', () => {
  it('while it reads: the list is as it was sent, and can be read again', {
    timeout: 30_000,
  }, async () => {
    const id = upload()
    const before = contentsOf({ db })
    expect(await run(id, (said) => said.phase === 'match')).toBe('SIGKILL')
    expect(contentsOf({ db })).toEqual(before)
    expect(await run(id)).toBe('0')
    expect(getImport(context, id)).toMatchObject({ state: 'ready', accepted: COMMUNES })
  })

  it('at every step of the applying: nothing of it is done, and all of it can be', {
    timeout: 60_000,
  }, async () => {
    const id = upload()
    await run(id)
    startImport(context, { id, state: 'production' })
    const before = contentsOf({ db })
    for (const step of [0, 1, 2, 3]) {
      const end = await run(id, (said) => said.phase === 'apply' && said.done === step)
      // Past its last word it may be faster than the kill: then all of it is there.
      if (end !== 'SIGKILL') break
      const after = contentsOf({ db })
      if (getImport(context, id).state === 'applied') break
      expect(after).toEqual(before)
    }
    if (getImport(context, id).state === 'applying') {
      putBack(db, new Date())
      expect(getImport(context, id)).toMatchObject({ state: 'ready', fault: 'interrupted' })
      startImport(context, { id, state: 'production' })
      await run(id)
    }
    expect(getImport(context, id)).toMatchObject({
      state: 'applied',
      summary: { done: { created: COMMUNES } },
    })
    expect(db.$client.prepare('SELECT count(*) FROM adoption').pluck().get()).toBe(COMMUNES)
    expect(db.$client.prepare('SELECT count(*) FROM adoption_event').pluck().get()).toBe(COMMUNES)
    figuresAreRows()
  })
})

describe('The runner of lists', () => {
  it('reads, then applies what is given over, then rests', { timeout: 60_000 }, async () => {
    const said: string[] = []
    const runner = startImportRunner({ db, log: (sentence) => said.push(sentence), env: env() })
    const id = upload()
    await until('ready', id)
    startImport(context, { id, state: 'production' })
    await until('applied', id)
    await runner.stop()
    expect(said).toEqual([])
    figuresAreRows()
  })

  it('puts back what a service that was killed left half way', { timeout: 30_000 }, async () => {
    const id = upload()
    await run(id)
    startImport(context, { id, state: 'production' })
    const runner = startImportRunner({ db, log: () => undefined, env: env() })
    expect(getImport(context, id)).toMatchObject({ state: 'ready', fault: 'interrupted' })
    await runner.stop()
  })

  it.each([
    ['takes too long', 'setInterval(() => undefined, 1000)', 'too-heavy'],
    [
      'takes too much memory',
      'const a = []; for (;;) a.push("x".repeat(9) + a.length)',
      'too-heavy',
    ],
    ['meets a fault of ours', 'throw new Error("ours")', 'unexpected'],
  ])(
    'refuses a list whose reading %s, and goes on',
    { timeout: 60_000 },
    async (_what, code, fault) => {
      const worker = path.join(folder, 'worker.mjs')
      writeFileSync(worker, code)
      const said: string[] = []
      const runner = startImportRunner({
        db,
        log: (sentence) => said.push(sentence),
        env: env(),
        worker,
        timeLimit: 8_000,
      })
      const id = upload()
      await until('refused', id)
      expect(getImport(context, id).fault).toBe(fault)
      expect(said).toHaveLength(1)
      await runner.stop()
    },
  )
})
