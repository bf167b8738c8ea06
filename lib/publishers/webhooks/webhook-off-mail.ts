import type { OffReason } from './settle-delivery.ts'

interface Off {
  publisher: string
  url: string
  reason: OffReason
  /** Where it is turned on again. */
  space: string
}

const FRENCH: Record<OffReason, string> = {
  gone: 'il a répondu qu’il n’existe plus (410)',
  failing: 'rien n’y est arrivé depuis trois jours',
  'secret-lost': 'le secret qui signait ses messages ne peut plus être lu par le service',
}

const ENGLISH: Record<OffReason, string> = {
  gone: 'it answered that it is gone (410)',
  failing: 'nothing has got through to it for three days',
  'secret-lost': 'the secret that signed its messages can no longer be read by the service',
}

/** The mail that says that the service writes to a webhook no more. */
export function webhookOffMail(
  locale: 'fr' | 'en',
  { publisher, url, reason, space }: Off,
): { subject: string; body: string } {
  return locale === 'en'
    ? {
        subject: `A webhook of ${publisher} was turned off`,
        body: `Hello,

Mutualibre no longer writes to this webhook of ${publisher}, because ${ENGLISH[reason]}:

${url}

Its delivery log, what can be sent again and the way to turn it on are here:
${space}

Mutualibre, the catalogue of free software in French public bodies`,
      }
    : {
        subject: `Un webhook de ${publisher} est désactivé`,
        body: `Bonjour,

Mutualibre n’écrit plus à ce webhook de ${publisher}, parce que ${FRENCH[reason]} :

${url}

Le journal de ses envois, ce qui peut être renvoyé et de quoi le réactiver sont ici :
${space}

Mutualibre, le catalogue des logiciels libres des collectivités`,
      }
}
