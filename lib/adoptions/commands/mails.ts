import type { AdoptionState } from '#lib/adoptions/schema.ts'

/** Names that a mail lists before it only counts. */
const NAMED = 50

export interface MailLine {
  software: string
  state: AdoptionState
}

interface Ask {
  organisation: string
  lines: readonly MailLine[]
  /** The page that confirms, without signing in. */
  link: string
  /** The organisation's space, for the rest. */
  space: string
}

const STATES = {
  fr: {
    evaluating: 'en évaluation',
    pilot: 'en expérimentation',
    production: 'en production',
    stopped: 'arrêté',
  },
  en: {
    evaluating: 'under evaluation',
    pilot: 'in a pilot',
    production: 'in production',
    stopped: 'stopped',
  },
} as const

function listed(locale: 'fr' | 'en', lines: readonly MailLine[]): string {
  const named = lines
    .slice(0, NAMED)
    .map(({ software, state }) => `- ${software} (${STATES[locale][state]})`)
  const rest = lines.length - NAMED
  if (rest > 0)
    named.push(
      locale === 'fr' ? `- et ${rest} autre${rest === 1 ? '' : 's'}` : `- and ${rest} more`,
    )
  return named.join('\n')
}

/** The mail that asks an organisation whether what it said long ago still holds. */
export function reconfirmMail(locale: 'fr' | 'en', ask: Ask): { subject: string; body: string } {
  const n = ask.lines.length
  if (locale === 'en') {
    return {
      subject: `${ask.organisation}: do you still use this software?`,
      body: `Hello,

Two years ago or more, ${ask.organisation} said on Mutualibre that it uses this software:

${listed('en', ask.lines)}

To say that it still does, open this link, then press the button of the page. There is no need to sign in; the link works for 60 days:

${ask.link}

If something has changed, say so in the space of your organisation:

${ask.space}

If nobody answers, ${n === 1 ? 'this use' : `these ${n} uses`} will be shown as to be reconfirmed, and counted apart.

Mutualibre, the catalogue of free software in French public bodies`,
    }
  }
  return {
    subject: `${ask.organisation} : utilisez-vous toujours ces logiciels ?`,
    body: `Bonjour,

Il y a deux ans ou plus, ${ask.organisation} a dit sur Mutualibre utiliser :

${listed('fr', ask.lines)}

Pour dire que c’est toujours le cas, ouvrez ce lien puis appuyez sur le bouton de la page. Il n’est pas nécessaire de se connecter ; le lien sert pendant 60 jours :

${ask.link}

Si quelque chose a changé, dites-le dans l’espace de votre organisme :

${ask.space}

Sans réponse, ${n === 1 ? 'cette utilisation sera montrée' : `ces ${n} utilisations seront montrées`} comme à reconfirmer, et comptée${n === 1 ? '' : 's'} à part.

Mutualibre, le catalogue des logiciels libres des collectivités`,
  }
}

/** The mail that asks an organisation to confirm what others reported of it. */
export function confirmMail(locale: 'fr' | 'en', ask: Ask): { subject: string; body: string } {
  if (locale === 'en') {
    return {
      subject: `${ask.organisation}: is what is said of your software right?`,
      body: `Hello,

A publisher, an operator or a public document says that ${ask.organisation} uses:

${listed('en', ask.lines)}

Until you confirm it, this is counted as reported. To confirm all of it, open this link, then press the button of the page. There is no need to sign in; the link works for 60 days:

${ask.link}

If something is wrong, say so in the space of your organisation:

${ask.space}

Mutualibre, the catalogue of free software in French public bodies`,
    }
  }
  return {
    subject: `${ask.organisation} : ce qui est dit de vos logiciels est-il exact ?`,
    body: `Bonjour,

Un éditeur, une structure de mutualisation ou un document public dit que ${ask.organisation} utilise :

${listed('fr', ask.lines)}

Tant que vous ne l’avez pas confirmé, cela compte comme signalé. Pour tout confirmer, ouvrez ce lien puis appuyez sur le bouton de la page. Il n’est pas nécessaire de se connecter ; le lien sert pendant 60 jours :

${ask.link}

Si quelque chose est inexact, dites-le dans l’espace de votre organisme :

${ask.space}

Mutualibre, le catalogue des logiciels libres des collectivités`,
  }
}
