/** The mail that invites someone to speak for a publisher. It names nobody. */
export function publisherInvitationMail(
  locale: 'fr' | 'en',
  { publisher, token, siteUrl }: { publisher: string; token: string; siteUrl: string },
): { subject: string; body: string } {
  const link = new URL(`${siteUrl}${locale === 'en' ? '/en' : ''}/espace/invitation/editeur`)
  link.searchParams.set('jeton', token)
  return locale === 'en'
    ? {
        subject: `Invitation to speak for ${publisher} on Mutualibre`,
        body: `Hello,

A manager of ${publisher} invites you to keep its page and its software up to date on Mutualibre, the catalogue of free software in French public bodies, and to answer those who ask for contact.

To accept, sign in with this e-mail address, then press the button of the page:

${link.href}

The invitation is good for 14 days, for this address alone. If you do not know what it is about, do nothing.`,
      }
    : {
        subject: `Invitation à parler pour ${publisher} sur Mutualibre`,
        body: `Bonjour,

Un gestionnaire de l’éditeur « ${publisher} » vous invite à tenir à jour avec lui sa page et ses logiciels sur Mutualibre, le catalogue des logiciels libres des collectivités, et à répondre à qui demande un contact.

Pour accepter, connectez-vous avec cette adresse de courriel, puis appuyez sur le bouton de la page :

${link.href}

L’invitation est bonne 14 jours, pour cette adresse seulement. Si vous ne savez pas de quoi il s’agit, ne faites rien.`,
      }
}
