import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { loadDemonstration } from '#lib/importers/demonstration/load-demonstration.ts'
import { loadReference } from '#lib/importers/reference/load-reference.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { runCommandLine } from './fail.ts'
import { commandLineProgress } from './progress-bar.ts'

// npm run load: brings the database to the schema and the reference data of the code, and stops.
await runCommandLine(() => {
  const settings = readSettings()
  const db = openPreparedDatabase(settings)
  const context: Context = { db, actor: { kind: 'system', name: 'load' }, now: new Date() }
  const progress = commandLineProgress()
  const report = loadReference(context, { dataset: settings.dataset, progress })
  if (settings.dataset === 'demo') loadDemonstration(context, progress)
  const say = (text: string) => process.stderr.write(`${text}\n`)
  if (report.software) {
    const { created, changed, unchanged, merged, skipped } = report.software
    say(
      `Logiciels : ${created.length} ajoutés, ${changed.length} modifiés, ${unchanged.length} inchangés, ${skipped.length} écartés.`,
    )
    if (merged.length > 0) say(`  fusionnés, laissés de côté : ${merged.join(', ')}`)
    for (const { slug, reasons } of skipped) say(`  écarté ${slug} — ${reasons.join(' ; ')}`)
  }
  for (const sentence of report.dangling) say(`  laissé de côté — ${sentence}`)
  db.$client.close()
})
