import { openDatabase } from '#db/client.ts'
import { submitDossier } from '#lib/applications/commands/submit-dossier.ts'
import type { UserActor } from '#lib/context.ts'

// A process of its own, which is killed as soon as it has written to a table: in the middle of its
// transaction. Without a table it goes to its end.
const [file = '', id = '', actor = '', table = ''] = process.argv.slice(2)
const db = openDatabase(file)
if (table !== '') {
  db.$client.function('end_now', { directOnly: false }, () => {
    process.kill(process.pid, 'SIGKILL')
    return null
  })
  const what = table === 'application' ? 'UPDATE' : 'INSERT'
  db.$client.exec(
    `CREATE TEMP TRIGGER killed AFTER ${what} ON main.${table} BEGIN SELECT end_now(); END`,
  )
}
submitDossier(
  { db, actor: JSON.parse(actor) as UserActor, now: new Date('2026-01-15T12:00:00Z') },
  { application: Number(id) },
  { siteUrl: 'https://catalogue.example.fr' },
)
