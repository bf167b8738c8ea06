import type { CONTACT_SUBJECTS } from '../schema.ts'

type Subject = (typeof CONTACT_SUBJECTS)[number]

interface Asked {
  publisher: string
  /** Empty for none in particular. */
  software: string
  subject: Subject
  /** Empty where the account has none. */
  name: string
  address: string
  from: { name: string; page: string } | undefined
  message: string
  /** Where the publisher marks it answered. */
  space: string
}

const FRENCH: Record<Subject, string> = {
  question: 'une question',
  demonstration: 'une démonstration',
  quote: 'un devis',
  contribution: 'une contribution',
  other: 'un contact',
}

const ENGLISH: Record<Subject, string> = {
  question: 'a question',
  demonstration: 'a demonstration',
  quote: 'a quote',
  contribution: 'a contribution',
  other: 'a contact',
}

/** The mail that carries a request for contact. It is answered straight to whoever sent it. */
export function contactMail(locale: 'fr' | 'en', asked: Asked): { subject: string; body: string } {
  return locale === 'en' ? inEnglish(asked) : inFrench(asked)
}

/** Each line marked as another's words, so that no message passes for ours. */
const quoted = (message: string) =>
  message
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')

/** Who writes: the organisation, the person, or the address alone. */
const senderOf = ({ from, name, address }: Asked) => from?.name ?? (name || address)

const inFrench = (it: Asked) => ({
  subject: `${senderOf(it)} demande ${FRENCH[it.subject]}${it.software ? ` (${it.software})` : ''}`,
  body: `Bonjour,

${it.from && it.name ? `${it.name}, pour ` : ''}${senderOf(it)} écrit à ${it.publisher}, par Mutualibre, pour ${FRENCH[it.subject]}${it.software ? ` au sujet de ${it.software}` : ''} :

${quoted(it.message)}
${it.from ? `\nQui vous écrit : ${it.from.page}\n` : ''}
Pour répondre, répondez à ce message : votre réponse ira à ${it.address}. Son expéditeur verra alors votre adresse ; Mutualibre ne la lui a pas montrée.

Une fois que c’est fait, marquez la demande répondue dans l’espace de l’éditeur :
${it.space}

Mutualibre, le catalogue des logiciels libres des collectivités`,
})

const inEnglish = (it: Asked) => ({
  subject: `${senderOf(it)} asks for ${ENGLISH[it.subject]}${it.software ? ` (${it.software})` : ''}`,
  body: `Hello,

${it.from && it.name ? `${it.name}, for ` : ''}${senderOf(it)} writes to ${it.publisher}, through Mutualibre, for ${ENGLISH[it.subject]}${it.software ? ` about ${it.software}` : ''}:

${quoted(it.message)}
${it.from ? `\nWho writes: ${it.from.page}\n` : ''}
To answer, reply to this message: your reply will go to ${it.address}. Its sender will then see your address; Mutualibre has not shown it to them.

Once that is done, mark the request as answered in the space of the publisher:
${it.space}

Mutualibre, the catalogue of free software in French public bodies`,
})
