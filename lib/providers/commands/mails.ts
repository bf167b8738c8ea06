type MailLocale = 'fr' | 'en'
interface MailText {
  subject: string
  body: string
}

const SIGNED = {
  fr: 'Mutualibre, le catalogue des logiciels libres des collectivités',
  en: 'Mutualibre, the catalogue of free software in French public bodies',
}

const letter = (locale: MailLocale, ...parts: readonly string[]) =>
  [locale === 'fr' ? 'Bonjour,' : 'Hello,', ...parts.filter(Boolean), SIGNED[locale]].join('\n\n')

/** Asks the members of an organisation whether what a provider says is so. */
export function askReferenceMail(
  locale: MailLocale,
  {
    provider,
    organisation,
    software,
    link,
  }: { provider: string; organisation: string; software: string; link: string },
): MailText {
  return locale === 'fr'
    ? {
        subject: `${provider} cite ${organisation} en référence : est-ce exact ?`,
        body: letter(
          'fr',
          `${provider} dit sur Mutualibre travailler avec ${organisation} pour ${software}. Rien n’en est montré tant que l’organisme ne l’a pas confirmé.`,
          'Pour confirmer ou refuser, ouvrez l’espace de votre organisme :',
          link,
          'Si personne ne répond, rien n’est montré.',
        ),
      }
    : {
        subject: `${provider} names ${organisation} as a reference: is it so?`,
        body: letter(
          'en',
          `${provider} says on Mutualibre that it works with ${organisation} on ${software}. Nothing of it is shown until the organisation has confirmed it.`,
          'To confirm or refuse, open the space of your organisation:',
          link,
          'If nobody answers, nothing is shown.',
        ),
      }
}

/** Tells a provider what an organisation answered. */
export function answeredMail(
  locale: MailLocale,
  answer: {
    accepted: boolean
    organisation: string
    software: string
    reason: string
    link: string
  },
): MailText {
  const { accepted, organisation, software, reason, link } = answer
  return locale === 'fr'
    ? {
        subject: `${organisation} ${accepted ? 'confirme' : 'ne confirme pas'} votre référence`,
        body: letter(
          'fr',
          accepted
            ? `${organisation} confirme travailler avec vous pour ${software}. La référence se voit maintenant sur votre page.`
            : `${organisation} ne confirme pas, ou plus, la référence que vous citiez pour ${software}. Elle n’est pas montrée.`,
          reason === '' ? '' : `Ce qu’en dit l’organisme, pour vous seuls :\n\n${reason}`,
          link,
        ),
      }
    : {
        subject: `${organisation} ${accepted ? 'confirms' : 'does not confirm'} your reference`,
        body: letter(
          'en',
          accepted
            ? `${organisation} confirms that it works with you on ${software}. The reference now shows on your page.`
            : `${organisation} does not confirm, or no longer, the reference that you named for ${software}. It is not shown.`,
          reason === '' ? '' : `What the organisation says, for you alone:\n\n${reason}`,
          link,
        ),
      }
}

/** Tells the members of a provider that someone has taken it off the catalogue. */
export function withdrawnMail(
  locale: MailLocale,
  { provider, reason }: { provider: string; reason: string },
): MailText {
  return locale === 'fr'
    ? {
        subject: `${provider} n’est plus montré au catalogue`,
        body: letter(
          'fr',
          `${provider} a été retiré du catalogue. Ses services et ses références sont gardés, et ne se voient plus.`,
          reason === '' ? '' : `Le motif :\n\n${reason}`,
          'Ses membres peuvent le corriger puis le proposer de nouveau, depuis leur espace.',
        ),
      }
    : {
        subject: `${provider} is no longer shown in the catalogue`,
        body: letter(
          'en',
          `${provider} was taken off the catalogue. Its services and references are kept, and shown no more.`,
          reason === '' ? '' : `Why:\n\n${reason}`,
          'Its members can mend it and submit it again, from their space.',
        ),
      }
}

/** Invites someone to look after a provider. */
export function invitedMail(
  locale: MailLocale,
  { provider, link }: { provider: string; link: string },
): MailText {
  return locale === 'fr'
    ? {
        subject: `Invitation à tenir la page de ${provider}`,
        body: letter(
          'fr',
          `Vous êtes invité à tenir la page de ${provider} sur Mutualibre. Ouvrez ce lien, connectez-vous avec cette adresse, puis acceptez. Il sert pendant 14 jours, pour vous seul :`,
          link,
          'Si vous ne savez pas de quoi il s’agit, ne faites rien.',
        ),
      }
    : {
        subject: `Invitation to look after the page of ${provider}`,
        body: letter(
          'en',
          `You are invited to look after the page of ${provider} on Mutualibre. Open this link, sign in with this address, then accept. It works for 14 days, for you alone:`,
          link,
          'If you do not know what this is about, do nothing.',
        ),
      }
}
