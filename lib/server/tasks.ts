import { type Db, openDatabase } from '#db/client.ts'
import { forgetExpired } from '#lib/accounts/commands/forget-expired.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import { startAgeing } from '#lib/adoptions/ageing-task.ts'
import { forgetRelays } from '#lib/adoptions/commands/write-to-user.ts'
import { startImportRunner } from '#lib/adoptions/imports/runner.ts'
import { documentFolder } from '#lib/applications/documents/folder.ts'
import { sweepDocuments } from '#lib/applications/documents/sweep.ts'
import { labelKeyFolder } from '#lib/credentials/signing-key.ts'
import { startSigning } from '#lib/credentials/signing-task.ts'
import { databaseFile, mailFolder, type Settings } from '#lib/env.ts'
import { startEvidence } from '#lib/evidence/evidence-task.ts'
import { startHarvests } from '#lib/forge/harvest-task.ts'
import { startAnnouncements } from '#lib/jury/announce-task.ts'
import { forgetDrafts } from '#lib/listings/commands/forget-drafts.ts'
import { startMailSender } from '#lib/mail/sender.ts'
import { folderTransport, smtpTransport } from '#lib/mail/transport.ts'
import { forgetPublisherTraces } from '#lib/publishers/commands/settle-contact.ts'
import { startDeliveries } from '#lib/publishers/webhooks/delivery-task.ts'
import type { RunningTask } from '#lib/repeated-task.ts'
import { searchGate } from '#lib/search/gate.ts'
import { startIndexer } from '#lib/search/indexer.ts'

const log = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

/** What the service does besides answering, each on a connection of its own, as long as it runs. */
export function startTasks(settings: Settings): RunningTask {
  const file = databaseFile(settings)
  const tasks = [
    onItsOwn(file, (db) => startIndexer({ db, access: settings.meili, gate: searchGate(), log })),
    onItsOwn(file, (db) => startEvidence({ db, log })),
    ...(settings.harvest.enabled
      ? [onItsOwn(file, (db) => startHarvests({ db, settings, log }))]
      : []),
    ...(settings.accounts.enabled ? startTasksOfAccounts(settings) : []),
  ]
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.stop()))
    },
  }
}

function startTasksOfAccounts(settings: Settings): RunningTask[] {
  const file = databaseFile(settings)
  const { siteUrl } = settings
  // Made before the first request needs it.
  const secret = accountSecret(settings)
  const { smtp, mailFrom } = settings.accounts
  return [
    onItsOwn(file, (db) =>
      startMailSender({
        db,
        // By the mail server, else into a folder.
        transport: smtp ? smtpTransport(smtp, mailFrom) : folderTransport(mailFolder(settings)),
        log,
        sweep: (now) => {
          forgetExpired(db, now)
          forgetRelays(db, now)
          forgetPublisherTraces(db, now)
          forgetDrafts(db, now)
          sweepDocuments(db, documentFolder(settings.dataFolder), now)
        },
      }),
    ),
    onItsOwn(file, (db) => startImportRunner({ db, log })),
    onItsOwn(file, (db) => startAgeing({ db, siteUrl, secret, log })),
    onItsOwn(file, (db) =>
      startDeliveries({ db, siteUrl, secret, listed: settings.forgeHosts, log }),
    ),
    onItsOwn(file, (db) => startAnnouncements({ db, siteUrl, log })),
    onItsOwn(file, (db) =>
      startSigning({ db, signing: { folder: labelKeyFolder(settings), siteUrl }, log }),
    ),
  ]
}

function onItsOwn(file: string, start: (db: Db) => RunningTask): RunningTask {
  const db = openDatabase(file)
  const task = start(db)
  return {
    async stop() {
      await task.stop()
      db.$client.close()
    },
  }
}
