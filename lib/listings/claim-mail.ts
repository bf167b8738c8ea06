interface ClaimedMail {
  software: string
  publisher: string
  /** Of whoever proved it: managers see who joins them. */
  email: string
  /** Whether control of the repository was proved; a moderator decided else. */
  proved: boolean
}

/** What the managers of a publisher are told when somebody else proves control of its repository. */
export function claimedMail(
  locale: 'fr' | 'en',
  { software, publisher, email, proved }: ClaimedMail,
): { subject: string; body: string } {
  return locale === 'fr'
    ? {
        subject: proved
          ? `${software} : ${email} a prouvé tenir le dépôt`
          : `${software} : ${email} rejoint l’éditeur`,
        body: `Bonjour,

${proved ? `${email} a prouvé contrôler le dépôt de ${software}, et` : `La modération a accepté que ${email} tienne la fiche de ${software} : cette personne`} devient membre de l’éditeur ${publisher}, que vous gérez sur Mutualibre.

Si cette personne n’en est pas, retirez-la de la page des membres de votre éditeur, et vérifiez qui peut écrire dans le dépôt.

Mutualibre, le catalogue des logiciels libres des collectivités`,
      }
    : {
        subject: proved
          ? `${software}: ${email} proved control of the repository`
          : `${software}: ${email} joins the publisher`,
        body: `Hello,

${proved ? `${email} proved control of the repository of ${software}, and becomes` : `The moderators accepted that ${email} keeps the entry of ${software}: they become`} a member of the publisher ${publisher}, which you manage on Mutualibre.

If they are not one of yours, remove them on the page of your publisher’s members, and check who may write to the repository.

Mutualibre, the catalogue of free software in French public bodies`,
      }
}
