import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '#db/client.ts'
import { documentFolder } from '#lib/applications/documents/folder.ts'
import { databaseFile, readSettings } from '#lib/env.ts'
import { specificationFolder } from '#lib/needs/specification-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

const NOT_IN_IT = `N’y sont pas, et se copient à part depuis le dossier des données :
  cles-du-label/  les clés privées qui signent les attestations, s’il y en a
  secret          ce qui signe les connexions et les liens, s’il n’est pas un réglage
Gardez-les à part de la sauvegarde, et lisibles par vous seul : qui les a peut signer à votre place.
`

// npm run backup [-- FILE]: one whole copy of the database, taken while the service runs, and beside it a
// folder with the documents of the dossiers, and one with the specifications of calls. A document is written before its row, hence copied after it.
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
  process.stdout.write(`Sauvegarde écrite : ${to}\n`)
  for (const { folder, name, what } of [
    {
      folder: documentFolder(settings.dataFolder),
      name: 'documents',
      what: 'Justificatifs des candidatures',
    },
    {
      folder: specificationFolder(settings.dataFolder),
      name: 'cahiers',
      what: 'Cahiers des charges des appels',
    },
  ]) {
    if (!existsSync(folder)) continue
    cpSync(folder, `${to}-${name}`, { recursive: true, errorOnExist: true, force: false })
    process.stdout.write(`${what} : ${to}-${name} (à remettre dans ${folder}).\n`)
  }
  process.stdout.write(NOT_IN_IT)
})
