import { openDatabase } from '#db/client.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import { refreshDueEvidence } from '#lib/evidence/commands/refresh-evidence.ts'

// The process that the service starts when the evidence of many organisations is due at once, after a
// report on every commune or a new grid: the pages never wait for it. Stopped, it leaves the rest due.
/** Organisations a transaction: others write in between. */
const AT_ONCE = 250

// The service is gone: its next start goes on.
process.on('disconnect', () => process.exit(1))
const db = openDatabase(databaseFile(readSettings()))
while (refreshDueEvidence(db, new Date(), AT_ONCE) > 0) await new Promise(setImmediate)
db.$client.close()
process.exit(0)
