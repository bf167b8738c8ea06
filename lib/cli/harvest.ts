import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { type HarvestReport, harvest } from '#lib/forge/harvest.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { commandLineProgress } from './progress-bar.ts'

// npm run harvest [-- --all | --software SLUG] [--json]: visits the repositories that are due.
await runCommandLine(async () => {
  const { all, software, json } = optionsOf(process.argv.slice(2))
  const settings = readSettings()
  const db = openPreparedDatabase(settings)
  try {
    const context: Context = { db, actor: { kind: 'operator', name: 'harvest' }, now: new Date() }
    const report = await harvest(context, {
      settings,
      kind: 'command',
      all,
      progress: commandLineProgress(),
      ...(software === undefined ? {} : { software }),
    })
    drainSearchOutbox(context)
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : inWords(report))
  } finally {
    db.$client.close()
  }
})

function optionsOf(words: string[]): { all: boolean; json: boolean; software: string | undefined } {
  const options = { all: false, json: false, software: undefined as string | undefined }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === '--all') options.all = true
    else if (word === '--json') options.json = true
    else if (word === '--software' && words[at + 1]) options.software = words[++at]
    else {
      throw new CannotGoOn(
        'Options : -- --all (tous les dépôts, même visités il y a peu), --software FICHE (un seul), --json.',
      )
    }
  }
  return options
}

function inWords({ outcomes, changed, failed, milliseconds }: HarvestReport): string {
  const lines = [
    `Dépôts lus : ${outcomes.read}, inchangés : ${outcomes.unchanged}, en défaut : ${outcomes.failed}, remis à plus tard : ${outcomes.postponed} (${(milliseconds / 1_000).toFixed(1)} s).`,
    ...(changed.length > 0 ? [`Fiches changées : ${changed.join(', ')}.`] : []),
    ...failed.map(({ software, address, fr }) => `${software} (${address}) : ${fr}`),
  ]
  return `${lines.join('\n')}\n`
}
