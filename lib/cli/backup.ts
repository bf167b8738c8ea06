import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '#db/client.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

// npm run backup [-- FILE]: one whole copy of the database, taken while the service runs.
await runCommandLine(async () => {
  const settings = readSettings()
  const from = databaseFile(settings)
  if (!existsSync(from)) throw new CannotGoOn(`Il n’y a pas de base à sauvegarder : ${from}.`)
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const to = path.resolve(
    process.argv[2] ?? path.join(settings.dataFolder, `sauvegarde-${stamp}.db`),
  )
  if (existsSync(to)) {
    throw new CannotGoOn(`Le fichier ${to} existe déjà : une sauvegarde n’en écrase pas une autre.`)
  }
  const db = openDatabase(from)
  await db.$client.backup(to)
  db.$client.close()
  process.stdout.write(`Sauvegarde écrite : ${to}\n${notInIt(settings.dataFolder)}`)
})

/** What a restored database alone would lack, of what this data folder holds besides it. */
function notInIt(folder: string): string {
  const kept = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name === 'secret')
    .map((entry) => entry.name)
  const lines = [
    `Elle ne contient que la base. N’y sont pas, et se copient à part depuis ${folder} :`,
    `  cles-du-label/  les clés privées qui signent les attestations${kept.includes('cles-du-label') ? '' : ' (aucune ici)'}`,
    '  les autres dossiers : pièces des candidatures, courriels d’essai, selon ce qui s’y trouve',
    ...(kept.includes('secret') ? ['  secret  ce qui signe les connexions et les liens'] : []),
    'Gardez les clés à part de la sauvegarde, et lisibles par vous seul : qui les a peut signer à votre place.',
  ]
  return `${lines.join('\n')}\n`
}
