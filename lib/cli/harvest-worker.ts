import { openDatabase } from '#db/client.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import { harvest } from '#lib/forge/harvest.ts'

// The process of one harvest, started by the service: a hostile repository can take no more than this
// one's memory, and the pages never wait for a forge.
process.on('disconnect', () => process.exit(1))

const settings = readSettings()
const db = openDatabase(databaseFile(settings))
const { outcomes, changed } = await harvest(
  { db, actor: { kind: 'system', name: 'harvest' }, now: new Date() },
  { settings, kind: 'schedule' },
)
db.$client.close()
const said = `${outcomes.read} read, ${outcomes.unchanged} unchanged, ${outcomes.failed} failed, ${outcomes.postponed} postponed, ${changed.length} entries changed`
process.send?.(said, () => process.exit(0))
