interface Relayed {
  software: string
  /** The organisation that is written to. */
  to: string
  /** The organisation that writes, and its page. */
  from: string
  fromPage: string
  /** Empty unless the sender ticked that it may be told. */
  name: string
  /** Empty unless the sender ticked that it may be told: the answer then goes straight to it. */
  address: string
  message: string
  /** Where the reader changes who may write. */
  settings: string
}

/** The mail that carries a message; it shows no address that its owner did not give for it. */
export function relayMail(
  locale: 'fr' | 'en',
  relayed: Relayed,
): { subject: string; body: string } {
  return locale === 'en' ? inEnglish(relayed) : inFrench(relayed)
}

/** Each line marked as another's words, so that no message passes for ours. */
const quoted = (message: string) =>
  message
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')

const inFrench = (it: Relayed) => ({
  subject: `${it.from} vous écrit au sujet de ${it.software}`,
  body: `Bonjour,

${it.name ? `${it.name}, pour ` : ''}${it.from} vous écrit, par Mutualibre, au sujet de ${it.software}, que ${it.to} a déclaré utiliser :

${quoted(it.message)}

Qui vous écrit : ${it.fromPage}
${
  it.address
    ? `Pour répondre, répondez à ce message : votre réponse ira à ${it.address}, l’adresse que l’expéditeur a donnée pour cela. Il verra alors la vôtre.`
    : 'L’expéditeur n’a pas donné d’adresse : pour lui répondre, passez par les coordonnées de son organisme. Une réponse à ce message ne lui parviendrait pas.'
}

Mutualibre ne lui a pas montré votre adresse. Vous recevez ce message parce que ${it.to} accepte qu’on lui écrive par ce relais au sujet de ce logiciel ; vous pouvez changer d’avis ici :
${it.settings}

Mutualibre, le catalogue des logiciels libres des collectivités`,
})

const inEnglish = (it: Relayed) => ({
  subject: `${it.from} writes to you about ${it.software}`,
  body: `Hello,

${it.name ? `${it.name}, for ` : ''}${it.from} writes to you, through Mutualibre, about ${it.software}, which ${it.to} has declared that it uses:

${quoted(it.message)}

Who writes: ${it.fromPage}
${
  it.address
    ? `To answer, reply to this message: your reply will go to ${it.address}, the address that the sender gave for it. They will then see yours.`
    : 'The sender gave no address: to answer, use the contact details of their organisation. A reply to this message would not reach them.'
}

Mutualibre has not shown them your address. You receive this message because ${it.to} accepts to be written to through this relay about this software; you can change your mind here:
${it.settings}

Mutualibre, the catalogue of free software in French public bodies`,
})
