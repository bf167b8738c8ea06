import { existsSync } from 'node:fs'
import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { softwareEntryOf } from '#lib/importers/reference/steps.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

// npm run import -- FILE.yml…: imports entries of software, as the reference data are.
await runCommandLine(() => {
  const files = process.argv.slice(2)
  if (files.length === 0) {
    throw new CannotGoOn('Indiquez un ou plusieurs fichiers : npm run import -- mon-logiciel.yml')
  }
  const missing = files.find((name) => !existsSync(name))
  if (missing) throw new CannotGoOn(`Le fichier ${missing} n’existe pas.`)
  const db = openPreparedDatabase(readSettings())
  const context: Context = { db, actor: { kind: 'operator', name: 'import' }, now: new Date() }
  const report = importSoftware(context, files.map(softwareEntryOf))
  drainSearchOutbox(context)
  db.$client.close()
  for (const kind of ['created', 'changed', 'unchanged'] as const) {
    const word = { created: 'ajouté', changed: 'modifié', unchanged: 'inchangé' }[kind]
    for (const slug of report[kind]) process.stdout.write(`${word} ${slug}\n`)
  }
  for (const slug of report.merged) process.stdout.write(`fusionné avec une autre fiche ${slug}\n`)
  for (const { slug, reasons } of report.skipped) {
    process.stdout.write(`écarté ${slug} — ${reasons.join(' ; ')}\n`)
  }
  if (report.skipped.length > 0) process.exitCode = 1
})
