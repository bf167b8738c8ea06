import { openDatabase } from '#db/client.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import type { ImportProgress } from '#lib/adoptions/imports/progress.ts'
import { workOn } from '#lib/adoptions/imports/work-on.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import type { Progress } from '#lib/progress.ts'

// The process of one list, started by the runner of the service: a hostile file can take no more than
// this one's memory and time, and the pages never wait for it.
const jobId = Number(process.argv[2])
// The service is gone: what was not written is not to be.
process.on('disconnect', () => process.exit(1))

const settings = readSettings()
const db = openDatabase(databaseFile(settings))
await workOn(
  db,
  new Date(),
  jobId,
  { siteUrl: settings.siteUrl, secret: accountSecret(settings) },
  sentToParent(),
)
db.$client.close()
process.exit(0)

/** Tells the service how far it is, a few times a second at most. */
function sentToParent(): Progress {
  const state: ImportProgress = { phase: 'read', done: 0, total: 0 }
  let told = 0
  const tell = () => {
    told = Date.now()
    process.send?.(state)
  }
  return {
    start(label, total) {
      Object.assign(state, { phase: label, done: 0, total })
      tell()
    },
    step(count = 1) {
      state.done += count
      if (Date.now() - told > 150) tell()
    },
    stop() {},
  }
}
