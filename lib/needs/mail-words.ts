export type Said =
  | 'call-opened'
  | 'call-joined'
  | 'call-open'
  | 'call-funded'
  | 'call-delivered'
  | 'call-abandoned'

interface Named {
  title: string
  by: string
  link: string
}

/** The mail that tells what happened to a need or a call, with the page to open. */
export function saidOf(
  locale: 'fr' | 'en',
  said: Said,
  { title, by, link }: Named,
): { subject: string; body: string } {
  return locale === 'fr'
    ? {
        subject: `${FRENCH[said].subject} : ${title}`,
        body: `Bonjour,

${FRENCH[said].body(by)}

${title}
${link}

Vous recevez ce message parce que votre organisme a dit avoir ce besoin, ou participe à cet appel. Vous pouvez vous en retirer sur cette page.

Mutualibre, le catalogue des logiciels libres des collectivités`,
      }
    : {
        subject: `${ENGLISH[said].subject}: ${title}`,
        body: `Hello,

${ENGLISH[said].body(by)}

${title}
${link}

You receive this message because your organisation said that it needs this, or takes part in this call. You can withdraw on that page.

Mutualibre, the catalogue of the free software of French local authorities`,
      }
}

const FRENCH: Record<Said, { subject: string; body: (by: string) => string }> = {
  'call-opened': {
    subject: 'Appel à mutualisation',
    body: (by) => `${by} ouvre un appel à mutualisation pour un besoin que vous partagez :`,
  },
  'call-joined': {
    subject: 'Un organisme rejoint votre appel',
    body: (by) => `${by} rejoint l’appel à mutualisation que vous portez :`,
  },
  'call-open': {
    subject: 'Appel rouvert',
    body: () => 'L’appel à mutualisation auquel vous participez est de nouveau ouvert :',
  },
  'call-funded': {
    subject: 'Appel financé',
    body: () => 'L’appel à mutualisation auquel vous participez est financé :',
  },
  'call-delivered': {
    subject: 'Appel abouti',
    body: () => 'Ce que finançait l’appel à mutualisation auquel vous participez est livré :',
  },
  'call-abandoned': {
    subject: 'Appel abandonné',
    body: () => 'L’appel à mutualisation auquel vous participiez est abandonné :',
  },
}

const ENGLISH: typeof FRENCH = {
  'call-opened': {
    subject: 'Call for pooling',
    body: (by) => `${by} opens a call for pooling for a need that you share:`,
  },
  'call-joined': {
    subject: 'An organisation joins your call',
    body: (by) => `${by} joins the call for pooling that you lead:`,
  },
  'call-open': {
    subject: 'Call open again',
    body: () => 'The call for pooling that you take part in is open again:',
  },
  'call-funded': {
    subject: 'Call funded',
    body: () => 'The call for pooling that you take part in is funded:',
  },
  'call-delivered': {
    subject: 'Call delivered',
    body: () => 'What the call for pooling that you take part in paid for has been delivered:',
  },
  'call-abandoned': {
    subject: 'Call abandoned',
    body: () => 'The call for pooling that you took part in is abandoned:',
  },
}
