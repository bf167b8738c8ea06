import {
  enrolMember,
  grantRole,
  listRoles,
  revokeRole,
  verifyDomain,
} from '#lib/accounts/commands/grant-role.ts'
import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { enrolInPublisher } from '#lib/publishers/enrol-member.ts'
import { verifyPublisher } from '#lib/publishers/verification.ts'
import { openPreparedDatabase } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

const MAIN = 'administrator'

const USAGE = `npm run admin -- suivi de :
  list                          qui a un rôle sur tout le catalogue
  add ADRESSE [RÔLE]            donne un rôle : administrator (par défaut), moderator, label-organiser, juror
  remove ADRESSE [RÔLE]         le retire
  domain DOMAINE CLÉ            dit que les adresses de ce domaine sont d’un organisme (clé : fin de l’adresse de sa page)
  member CLÉ ADRESSE [manager]  fait de quelqu’un un membre ou un gestionnaire d’un organisme
  publisher ÉDITEUR ADRESSE [manager]  fait de quelqu’un un membre ou un gestionnaire d’un éditeur (fin de l’adresse de sa page)
  verify-publisher ÉDITEUR      vérifie un éditeur : ce que ses membres ajoutent paraît aussitôt
  unverify-publisher ÉDITEUR    retire cette vérification`

// npm run admin: who may do what over the whole catalogue, from the machine that serves it.
await runCommandLine(() => {
  const db = openPreparedDatabase(readSettings())
  try {
    const context: Context = { db, actor: { kind: 'operator', name: 'admin' }, now: new Date() }
    process.stdout.write(`${done(context, process.argv.slice(2))}\n`)
  } finally {
    db.$client.close()
  }
})

function done(context: Context, words: readonly string[]): string {
  const [verb, first = '', second, third] = words
  switch (verb) {
    case 'list':
      return (
        listRoles(context)
          .map(({ email, roles }) => `${email} : ${roles.join(', ')}`)
          .join('\n') || 'Personne encore : npm run admin -- add ADRESSE'
      )
    case 'add': {
      const { email, role, changed } = grantRole(context, { email: first, role: second ?? MAIN })
      return changed ? `${email} a maintenant le rôle ${role}.` : `${email} l’avait déjà.`
    }
    case 'remove': {
      const { email, role, changed } = revokeRole(context, { email: first, role: second ?? MAIN })
      return changed ? `${email} n’a plus le rôle ${role}.` : `${email} ne l’avait pas.`
    }
    case 'domain': {
      const { domain, organisation } = verifyDomain(context, { domain: first, key: second ?? '' })
      return `Qui se connecte avec une adresse en @${domain} rejoint ${organisation}.`
    }
    case 'member': {
      const role = third ?? 'member'
      const done = enrolMember(context, { key: first, email: second ?? '', role })
      return `${done.email} est maintenant dans l’organisme « ${done.organisation} » (${role}).`
    }
    case 'publisher': {
      const role = third ?? 'member'
      const done = enrolInPublisher(context, { slug: first, email: second ?? '', role })
      return `${done.email} parle maintenant pour l’éditeur « ${done.publisher} » (${role}).`
    }
    case 'verify-publisher':
    case 'unverify-publisher': {
      const verified = verb === 'verify-publisher'
      const { name, changed } = verifyPublisher(context, { slug: first, verified })
      const state = verified ? 'vérifié' : 'sans vérification'
      return `L’éditeur « ${name} » ${changed ? 'est maintenant' : 'était déjà'} ${state}.`
    }
    default:
      throw new CannotGoOn(USAGE)
  }
}
