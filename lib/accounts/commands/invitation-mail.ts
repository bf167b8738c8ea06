/** The mail that invites someone into an organisation. It names nobody: neither who invites nor who is there. */
export function invitationMail(
  locale: 'fr' | 'en',
  { organisation, token, siteUrl }: { organisation: string; token: string; siteUrl: string },
): { subject: string; body: string } {
  const link = new URL(`${siteUrl}${locale === 'en' ? '/en' : ''}/espace/invitation`)
  link.searchParams.set('jeton', token)
  return locale === 'en'
    ? {
        subject: `Invitation to join ${organisation} on Mutualibre`,
        body: `Hello,

A manager of ${organisation} invites you to say with them which free software your organisation uses, on Mutualibre, the catalogue of free software in French public bodies.

To accept, sign in with this e-mail address, then press the button of the page:

${link.href}

The invitation is good for 14 days, for this address alone. If you do not know what it is about, do nothing.`,
      }
    : {
        subject: `Invitation à rejoindre ${organisation} sur Mutualibre`,
        body: `Bonjour,

Un gestionnaire de l’organisme « ${organisation} » vous invite à dire avec lui quels logiciels libres votre organisme utilise, sur Mutualibre, le catalogue des logiciels libres des collectivités.

Pour accepter, connectez-vous avec cette adresse de courriel, puis appuyez sur le bouton de la page :

${link.href}

L’invitation est bonne 14 jours, pour cette adresse seulement. Si vous ne savez pas de quoi il s’agit, ne faites rien.`,
      }
}
