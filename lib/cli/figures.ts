import { compareFigures, rebuildFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

// npm run figures:check [-- --rebuild]: proves the projections equal to the rows they come from.
await runCommandLine(() => {
  const db = openPreparedDatabase(readSettings())
  const context: Context = { db, actor: { kind: 'operator', name: 'figures' }, now: new Date() }
  if (process.argv.includes('--rebuild')) rebuildFigures(context)
  const differences = Object.entries(compareFigures(context))
  for (const [table, n] of differences) {
    process.stdout.write(
      `${table.padEnd(24)} ${n === 0 ? 'égale aux lignes' : `${n} différences`}\n`,
    )
  }
  db.$client.close()
  if (differences.some(([, n]) => n > 0)) {
    throw new CannotGoOn(
      'Des chiffres ne sont pas ceux des lignes : npm run figures:check -- --rebuild les refait.',
    )
  }
})
