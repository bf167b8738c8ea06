import { fork } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import { readActor } from '#lib/accounts/queries.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import { startImport } from '#lib/adoptions/commands/settle-import.ts'
import { uploadList } from '#lib/adoptions/commands/upload-list.ts'
import { getImport } from '#lib/adoptions/import-queries.ts'
import type { Context } from '#lib/context.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import { prepareScale, SCALES } from './bench/scale.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { commandLineProgress } from './progress-bar.ts'

const LINES = 40_000
/** Seconds that the issue grants for the look and the word together. */
const TARGET = 20
const WORKER = path.join(import.meta.dirname, 'import-worker.ts')

// npm run bench:import: 40,000 reported lines, from the upload to the last figure, as the service does it.
await runCommandLine(async () => {
  const [scale] = SCALES
  if (!scale) throw new Error('no scale to measure on')
  const base = prepareScale(readSettings(), scale, commandLineProgress())
  const folder = path.join(base.settings.dataFolder, '../bench-import')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const settings = { ...base.settings, dataFolder: folder }
  copyFileSync(databaseFile(base.settings), databaseFile(settings))
  const db = openDatabase(databaseFile(settings))
  const environment = { ...process.env, MUTUALIBRE_DATA: folder, MUTUALIBRE_DATASET: 'bench' }

  const { context, key, list } = theReport(db)
  const uploaded = performance.now()
  const { id } = uploadList(context, {
    kind: 'report',
    organisation: key,
    software: '',
    runs: true,
    fileName: 'adherents.csv',
    file: list,
  })
  const upload = performance.now() - uploaded
  const look = await inItsProcess(db, id, environment)
  const { counts } = getImport(context, id)
  startImport(context, { id, state: 'production' })
  const apply = await inItsProcess(db, id, environment)
  const after = getImport(context, id)
  const differences = Object.values(compareFigures({ db })).reduce((sum, n) => sum + n, 0)
  const total = (upload + look.took + apply.took) / 1_000

  const seconds = (ms: number) => (ms / 1_000).toFixed(2).padStart(6)
  process.stdout.write(`${LINES} lignes (${Math.round(list.length / 1_024)} ko), ${scale.adoptions} utilisations déjà là
envoi            ${seconds(upload)} s
lecture          ${seconds(look.took)} s   mémoire ${look.memory} Mo   écriture des autres retenue ${Math.round(look.held)} ms
application      ${seconds(apply.took)} s   mémoire ${apply.memory} Mo   écriture des autres retenue ${Math.round(apply.held)} ms
total            ${total.toFixed(2).padStart(6)} s   objectif ${TARGET} s
lu               ${JSON.stringify(counts)}
fait             ${JSON.stringify(after.summary.done)}
chiffres         ${differences === 0 ? 'égaux aux lignes' : `${differences} différences`}
`)
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
  if (after.state !== 'applied' || differences > 0 || total > TARGET) {
    throw new CannotGoOn('L’objectif n’est pas tenu.')
  }
})

/** A syndicat that runs a few software for all communes and EPCI, known by SIREN, INSEE code or name. */
function theReport(db: Db): { context: Context; key: string; list: Buffer } {
  const reporter = db.get<{ id: number; key: string }>(
    sql`SELECT id, key FROM organisation WHERE kind IN ('syndicat', 'operateur') ORDER BY id LIMIT 1`,
  )
  inTransaction(db, (tx) => {
    tx.run(sql`INSERT INTO user (id, name, email, email_verified, created_at, updated_at)
      VALUES ('bench', '', 'bench@example.org', 1, 0, 0)`)
    tx.run(sql`INSERT INTO membership (user_id, organisation_id, role, how, created_at)
      VALUES ('bench', ${reporter.id}, 'member', 'server', '')`)
  })
  const actor = readActor({ db }, 'bench')
  if (!actor) throw new Error('the user of the bench is not there')
  const software = db.all<{ name: string }>(sql`SELECT name FROM software s
    WHERE NOT EXISTS (SELECT 1 FROM software t WHERE t.name_key = s.name_key AND t.id <> s.id)
    ORDER BY id DESC LIMIT 2`)
  const communes = db.all<{ siren: string; insee: string; name: string; departement: string }>(sql`
    SELECT siren, insee, name, departement FROM organisation
    WHERE kind = 'commune' AND siren IS NOT NULL ORDER BY id`)
  const lines = Array.from({ length: LINES }, (_, n) => {
    const it = communes[n % communes.length]
    const which = software[Math.floor(n / communes.length)]?.name ?? ''
    // A third is known by each key.
    const keys =
      [
        [it?.siren, ''],
        ['', it?.insee],
        ['', ''],
      ][n % 3] ?? []
    return [...keys, it?.name, it?.departement, which, '5.1.2', String(2010 + (n % 15)), ''].join(
      ';',
    )
  })
  const text = ['SIREN;INSEE;Collectivité;Département;Logiciel;Version;Depuis;État', ...lines]
  return {
    context: { db, actor, now: new Date() },
    key: reporter.key,
    list: Buffer.from(text.join('\r\n')),
  }
}

/**
 * Runs the process of a list as the runner of the service does.
 * @returns milliseconds, its peak memory, and how long the longest of others' writes was held up.
 */
function inItsProcess(
  db: Db,
  id: number,
  env: NodeJS.ProcessEnv,
): Promise<{ took: number; memory: string; held: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = fork(WORKER, [String(id)], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256'],
      env,
    })
    let memory = '?'
    let held = 0
    const watch = setInterval(() => {
      memory = /^VmHWM:\s+(\d+) kB$/m.exec(statusOf(child.pid))?.[1] ?? memory
      const before = performance.now()
      db.run(sql`UPDATE meta SET value = value WHERE key = 'dataset'`)
      held = Math.max(held, performance.now() - before)
    }, 20)
    child.on('exit', (code) => {
      clearInterval(watch)
      if (code !== 0) reject(new Error(`the process of the list ended with ${code}`))
      const took = performance.now() - start
      resolve({ took, memory: memory === '?' ? memory : (Number(memory) / 1_024).toFixed(0), held })
    })
  })
}

/** Empty on systems that do not say. */
function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
