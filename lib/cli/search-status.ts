import { readSettings } from '#lib/env.ts'
import type { SearchKind } from '#lib/search/engine.ts'
import { closedGate } from '#lib/search/gate.ts'
import { askMeilisearch, lastRecordedError, searchStatus } from '#lib/search/status.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { runCommandLine } from './fail.ts'

const counts = ({ software, organisation, function: functions }: Record<SearchKind, number>) =>
  `${software} logiciels, ${organisation} organismes, ${functions} fonctions`

// npm run search:status: engine, documents, lag and last error; 1 where Meilisearch is set and does not serve.
await runCommandLine(async () => {
  const settings = readSettings()
  const db = openPreparedDatabase(settings)
  const say = (name: string, text: string) => process.stdout.write(`${name.padEnd(20)} ${text}\n`)
  const embedded = searchStatus(db, { access: null, gate: closedGate() })
  say('SQLite FTS5', `${counts(embedded.documents)} ; en attente : ${embedded.lag}`)
  if (settings.meili) {
    try {
      const report = await askMeilisearch(db, settings.meili)
      say(
        'Meilisearch',
        `${report.version} ; ${report.current ? 'index à jour de version' : 'index absent ou d’une autre version : le serveur le reconstruit, ou npm run search:rebuild'}`,
      )
      say('', `${counts(report.documents)} ; en attente : ${report.lag}`)
      if (!report.current) process.exitCode = 1
    } catch (error) {
      say(
        'Meilisearch',
        `ne répond pas : ${error instanceof Error ? error.message : String(error)}`,
      )
      process.exitCode = 1
    }
  } else {
    say('Meilisearch', 'non réglé (MEILI_URL)')
  }
  const last = lastRecordedError(db)
  say('Dernière erreur', last ? `${last.at} ${last.message}` : 'aucune')
  db.$client.close()
})
