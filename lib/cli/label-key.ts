import type { Context } from '#lib/context.ts'
import { issueWaiting } from '#lib/credentials/commands/issue-credential.ts'
import { makeLabelKey, rotateLabelKey } from '#lib/credentials/commands/keep-keys.ts'
import type { KeyUnusable } from '#lib/credentials/key-unusable.ts'
import { credentialCounts, listLabelKeys } from '#lib/credentials/queries.ts'
import { labelKeyFolder, signingFault } from '#lib/credentials/signing-key.ts'
import { readSettings } from '#lib/env.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

const USAGE = `npm run label:key -- suivi de :
  new      fait la première clé de l’organisateur du label, qui signe les attestations
  rotate   la remplace par une autre ; ce que l’ancienne a signé continue d’être vérifié
  list     les clés, et ce qui attend d’être signé`

const settings = readSettings()
const folder = labelKeyFolder(settings)

// npm run label:key: the keys that sign awards, from the machine that serves them.
await runCommandLine(async () => {
  const [verb, ...others] = process.argv.slice(2)
  if (!verb || others.length > 0) throw new CannotGoOn(USAGE)
  const db = openPreparedDatabase(settings)
  try {
    const context: Context = { db, actor: { kind: 'operator', name: 'label:key' }, now: new Date() }
    process.stdout.write(`${await done(context, verb)}\n`)
  } finally {
    db.$client.close()
  }
})

async function done(context: Context, verb: string): Promise<string> {
  switch (verb) {
    case 'list':
      return listed(context)
    case 'new': {
      const { kid } = makeLabelKey(context, { folder })
      return [`Clé faite : ${kid}`, kept(kid), await signed(context)].join('\n')
    }
    case 'rotate': {
      const { kid, retired } = rotateLabelKey(context, { folder })
      return [
        `Clé faite : ${kid}`,
        `Clé retirée : ${retired}. Elle ne signe plus, et son fichier est effacé ; ce qu’elle a signé continue d’être vérifié.`,
        kept(kid),
        await signed(context),
      ].join('\n')
    }
    default:
      throw new CannotGoOn(USAGE)
  }
}

function kept(kid: string): string {
  return `Sa moitié privée est dans ${folder}/${kid}.pem, lisible par ce seul compte. Elle n’est ni dans la base ni dans npm run backup : gardez-en une copie à l’abri.`
}

async function signed(context: Context): Promise<string> {
  // By the time the key was made; a credential is never older than its key.
  const later = { ...context, now: new Date() }
  const count = await issueWaiting(later, { folder, siteUrl: settings.siteUrl })
  return count === 0
    ? 'Aucune attestation n’attendait d’être signée.'
    : `Attestations qui attendaient, signées : ${count}.`
}

function listed(context: Context): string {
  const keys = listLabelKeys(context).map(({ kid, createdAt, retiredAt }) => {
    const state = retiredAt === '' ? 'signe' : `retirée le ${retiredAt.slice(0, 10)}`
    return `${kid} : faite le ${createdAt.slice(0, 10)}, ${state}`
  })
  const { issued, waiting } = credentialCounts(context)
  const fault: KeyUnusable | null = signingFault(context, folder)
  return [
    ...keys,
    fault ? fault.message : `Le fichier de la clé est là et lui correspond : ${folder}`,
    `Attestations signées : ${issued} ; en attente : ${waiting}.`,
  ].join('\n')
}
