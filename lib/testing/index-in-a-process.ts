import { openDatabase } from '#db/client.ts'
import { silentProgress } from '#lib/progress.ts'
import { closedGate } from '#lib/search/gate.ts'
import { rebuildSearch, startIndexer } from '#lib/search/indexer.ts'

// A process of its own for tests that kill it: `drain` runs the indexer, `rebuild` builds the index anew.
const [mode, file = '', url = '', key = '', prefix = ''] = process.argv.slice(2)
const db = openDatabase(file)
const access = { url, key, searchKey: '', prefix }
if (mode === 'rebuild') await rebuildSearch(db, access, silentProgress)
else {
  startIndexer({ db, access, gate: closedGate(), log: () => undefined })
  // The indexer's pauses hold no process up; this one lives until it is killed.
  setInterval(() => undefined, 1_000)
}
