import { accountSecret } from '#lib/accounts/secret.ts'
import { ageAdoptions } from '#lib/adoptions/commands/age-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { runCommandLine } from './fail.ts'

// npm run adoptions:age: what the service does once a day, now.
await runCommandLine(async () => {
  const settings = readSettings()
  const db = openPreparedDatabase(settings)
  try {
    const context: Context = { db, actor: { kind: 'operator', name: 'age' }, now: new Date() }
    const { aged, asked } = await ageAdoptions(context, {
      siteUrl: settings.siteUrl,
      secret: accountSecret(settings),
    })
    process.stdout.write(
      `Utilisations passées à reconfirmer : ${aged}. Organismes à qui l’on demande : ${asked}.\n`,
    )
  } finally {
    db.$client.close()
  }
})
