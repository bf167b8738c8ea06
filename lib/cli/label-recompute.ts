import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { compareEvidence, recomputeEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { commandLineProgress } from './progress-bar.ts'

// npm run label:recompute [-- --check]: the evidence of all organisations anew; with --check, nothing is
// written and it is proved equal to the rows instead.
await runCommandLine(() => {
  const options = process.argv.slice(2)
  const unknown = options.find((option) => option !== '--check')
  if (unknown) throw new CannotGoOn(`Option inconnue : ${unknown}. La seule est --check.`)
  const db = openPreparedDatabase(readSettings())
  const context: Context = { db, actor: { kind: 'operator', name: 'label' }, now: new Date() }
  const progress = commandLineProgress()
  const start = performance.now()
  const seconds = () => ((performance.now() - start) / 1_000).toFixed(1).replace('.', ',')
  try {
    if (!options.includes('--check')) {
      const organisations = recomputeEvidence(context, progress)
      process.stdout.write(
        `Critères recalculés pour ${organisations} organismes en ${seconds()} s.\n`,
      )
      return
    }
    const { differences, due } = compareEvidence(context, progress)
    const waiting = due === 0 ? '' : ` ; ${due} organismes attendent leur calcul`
    process.stdout.write(
      `critères ${differences === 0 ? 'égaux aux lignes' : `${differences} différences`}${waiting} (${seconds()} s)\n`,
    )
    if (differences > 0 && due === 0) {
      throw new CannotGoOn(
        'Des critères ne sont pas ceux des lignes : npm run label:recompute les refait.',
      )
    }
  } finally {
    db.$client.close()
  }
})
