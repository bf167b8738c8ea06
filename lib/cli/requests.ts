import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { settleSoftwareRequest } from '#lib/moderation/commands.ts'
import { listSoftwareRequests, type SoftwareRequestRow } from '#lib/moderation/queries.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

// npm run requests [-- --settle N]: the software that people looked for in vain, newest first.
await runCommandLine(() => {
  const [option, number, ...others] = process.argv.slice(2)
  const settling = option === '--settle' && number !== undefined && others.length === 0
  if (option !== undefined && !settling) {
    throw new CannotGoOn(
      'Seule option : -- --settle N, où N est le numéro d’une demande ; sans option, la liste.',
    )
  }
  const db = openPreparedDatabase(readSettings())
  try {
    const context: Context = { db, actor: { kind: 'operator', name: 'requests' }, now: new Date() }
    process.stdout.write(settling ? settled(context, number) : listed(context))
  } finally {
    db.$client.close()
  }
})

function settled(context: Context, number: string): string {
  const { reference, asked } = settleSoftwareRequest(context, number)
  return asked === null
    ? `La demande n° ${reference} était déjà traitée.\n`
    : `Demande n° ${reference} traitée, son texte est effacé : « ${asked} »\n`
}

function listed(context: Context): string {
  const all = listSoftwareRequests(context)
  const waiting = all.filter(({ state }) => state === 'new').length
  const count = `${waiting} ${waiting < 2 ? 'demande attend' : 'demandes attendent'}, ${all.length} en tout.\n`
  return [...all.map(inWords), count].join('\n')
}

function inWords(request: SoftwareRequestRow): string {
  const head = [
    `n° ${request.reference}`,
    `${request.createdAt.slice(0, 16).replace('T', ' ')} UTC`,
    request.organisationKind,
    request.function,
    request.locale === 'en' ? 'en anglais' : '',
  ]
  const text =
    request.state === 'settled'
      ? ['traitée']
      : [request.asked, ...request.need.split('\n')].filter(Boolean)
  return [head.filter(Boolean).join(' · '), ...text.map((line) => `  ${line}`), ''].join('\n')
}
