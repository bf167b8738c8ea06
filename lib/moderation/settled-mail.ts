import type { CaseKind } from './open-case.ts'

interface Settled {
  kind: CaseKind
  accepted: boolean
  /** What it was about, by name. */
  about: string
  reason: string
}

/** The mail that tells someone what was decided of what they asked, and why. */
export function settledMail(
  locale: 'fr' | 'en',
  { kind, accepted, about, reason }: Settled,
): { subject: string; body: string } {
  const outcome = accepted ? 'accepted' : 'refused'
  const texts = locale === 'fr' ? FRENCH : ENGLISH
  const { subject, said } = texts[kind]
  return {
    subject: `${subject[outcome]}${locale === 'fr' ? ' : ' : ': '}${about}`,
    body:
      locale === 'fr'
        ? `Bonjour,

${said[outcome]}

${about}

Ce qu’en dit la modération :

${reason}

${accepted ? 'Vous n’avez rien à faire.' : 'Si vous pensez que c’est une erreur, refaites votre demande en disant ce que la modération ne pouvait pas savoir.'}

Mutualibre, le catalogue des logiciels libres des collectivités`
        : `Hello,

${said[outcome]}

${about}

What the moderators say:

${reason}

${accepted ? 'There is nothing that you need to do.' : 'If you think that this is a mistake, ask again and say what the moderators could not know.'}

Mutualibre, the catalogue of free software in French public bodies`,
  }
}

type Outcome = Record<'accepted' | 'refused', string>
type Texts = Record<CaseKind, { subject: Outcome; said: Outcome }>

const FRENCH: Texts = {
  'software-proposal': {
    subject: { accepted: 'Logiciel au catalogue', refused: 'Logiciel non retenu' },
    said: {
      accepted:
        'Le logiciel que vous proposiez est au catalogue. Ce que vous aviez déclaré avec lui est maintenant compté.',
      refused:
        'Le logiciel que vous proposiez n’entre pas au catalogue. La déclaration qui l’attendait est effacée.',
    },
  },
  'join-request': {
    subject: { accepted: 'Vous avez rejoint', refused: 'Demande pour rejoindre refusée' },
    said: {
      accepted: 'Votre demande pour rejoindre cet organisme est acceptée.',
      refused: 'Votre demande pour rejoindre cet organisme est refusée.',
    },
  },
  contestation: {
    subject: { accepted: 'Contestation retenue', refused: 'Contestation écartée' },
    said: {
      accepted: 'L’utilisation que vous contestiez n’est plus comptée.',
      refused: 'L’utilisation que vous contestiez reste au catalogue comme elle était avant.',
    },
  },
  testimonial: {
    subject: { accepted: 'Témoignage publié', refused: 'Témoignage non publié' },
    said: {
      accepted: 'Votre témoignage est publié.',
      refused: 'Votre témoignage n’est pas publié.',
    },
  },
  listing: {
    subject: { accepted: 'Logiciel publié', refused: 'Logiciel non publié' },
    said: {
      accepted:
        'Le logiciel que vous avez ajouté à partir de son dépôt est au catalogue. Sa fiche suit désormais le dépôt.',
      refused:
        'Le logiciel que vous avez ajouté n’est pas publié. Ce que vous aviez écrit est gardé : donnez de nouveau son adresse pour le reprendre.',
    },
  },
  claim: {
    subject: { accepted: 'Fiche à vous', refused: 'Revendication refusée' },
    said: {
      accepted: 'Vous parlez désormais pour l’éditeur de cette fiche, et pouvez la compléter.',
      refused: 'Votre demande de tenir cette fiche est refusée.',
    },
  },
  merge: {
    subject: { accepted: 'Fiches fusionnées', refused: 'Fusion refusée' },
    said: {
      accepted: 'Les deux fiches que vous disiez être un seul logiciel sont fusionnées.',
      refused: 'Les deux fiches que vous disiez être un seul logiciel restent séparées.',
    },
  },
  provider: {
    subject: { accepted: 'Prestataire publié', refused: 'Prestataire non publié' },
    said: {
      accepted:
        'Le prestataire que vous proposiez est au catalogue. Vous pouvez compléter ses services et citer des références depuis votre espace.',
      refused:
        'Le prestataire que vous proposiez n’est pas publié. Il reste dans votre espace : vous pouvez le corriger, puis le proposer de nouveau.',
    },
  },
}

const ENGLISH: Texts = {
  'software-proposal': {
    subject: { accepted: 'Software in the catalogue', refused: 'Software not taken in' },
    said: {
      accepted:
        'The software that you proposed is in the catalogue. What you had declared with it now counts.',
      refused:
        'The software that you proposed does not enter the catalogue. The declaration that waited for it is erased.',
    },
  },
  'join-request': {
    subject: { accepted: 'You have joined', refused: 'Request to join refused' },
    said: {
      accepted: 'Your request to join this organisation is accepted.',
      refused: 'Your request to join this organisation is refused.',
    },
  },
  contestation: {
    subject: { accepted: 'Contestation upheld', refused: 'Contestation dismissed' },
    said: {
      accepted: 'The use that you contested counts no more.',
      refused: 'The use that you contested stays in the catalogue as it was before.',
    },
  },
  testimonial: {
    subject: { accepted: 'Testimonial published', refused: 'Testimonial not published' },
    said: {
      accepted: 'Your testimonial is published.',
      refused: 'Your testimonial is not published.',
    },
  },
  listing: {
    subject: { accepted: 'Software published', refused: 'Software not published' },
    said: {
      accepted:
        'The software that you added from its repository is in the catalogue. Its entry follows the repository from now on.',
      refused:
        'The software that you added is not published. What you wrote is kept: give its address again to go on with it.',
    },
  },
  claim: {
    subject: { accepted: 'The entry is yours', refused: 'Claim refused' },
    said: {
      accepted: 'You speak for the publisher of this entry from now on, and can complete it.',
      refused: 'Your claim to keep this entry is refused.',
    },
  },
  merge: {
    subject: { accepted: 'Entries merged', refused: 'Merge refused' },
    said: {
      accepted: 'The two entries that you said to be one software are merged.',
      refused: 'The two entries that you said to be one software stay apart.',
    },
  },
  provider: {
    subject: { accepted: 'Provider published', refused: 'Provider not published' },
    said: {
      accepted:
        'The provider that you proposed is in the catalogue. You can complete its services and name references from your space.',
      refused:
        'The provider that you proposed is not published. It stays in your space: you can mend it, then submit it again.',
    },
  },
}
