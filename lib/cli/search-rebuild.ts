import { readSettings } from '#lib/env.ts'
import { rebuildEmbedded } from '#lib/search/commands.ts'
import { rebuildSearch } from '#lib/search/indexer.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { commandLineProgress } from './progress-bar.ts'

// npm run search:rebuild: builds every search index anew, beside the one that answers meanwhile.
await runCommandLine(async () => {
  const settings = readSettings()
  const db = openPreparedDatabase(settings)
  try {
    const progress = commandLineProgress()
    rebuildEmbedded({ db }, progress)
    if (settings.meili) {
      try {
        await rebuildSearch(db, settings.meili, progress)
      } catch (error) {
        throw new CannotGoOn(
          `L’index Meilisearch n’a pas pu être reconstruit, celui qui servait est resté en place : ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
    process.stderr.write('Index de recherche reconstruits.\n')
  } finally {
    db.$client.close()
  }
})
