interface ResultMail {
  organisation: string
  year: number
  /** The dossier in the candidate's space. */
  link: string
}

/**
 * The mail that tells a candidate that its result can be read. The result itself is not in it: mails are
 * forwarded, and kept where nobody bars anyone.
 */
export function announcedMail(
  locale: 'fr' | 'en',
  { organisation, year, link }: ResultMail,
): { subject: string; body: string } {
  if (locale === 'en') {
    return {
      subject: `${organisation}: the jury’s result, edition ${year}`,
      body: `Hello,

The jury has decided on the application of ${organisation} for the label Territoire Numérique Libre, edition ${year}. The result and what the jury says to you can be read in the space of your organisation:

${link}

Until the results are published, only your organisation reads them.

Mutualibre, the catalogue of free software in French public bodies`,
    }
  }
  return {
    subject: `${organisation} : le résultat du jury, millésime ${year}`,
    body: `Bonjour,

Le jury s’est prononcé sur la candidature de ${organisation} au label Territoire Numérique Libre, millésime ${year}. Le résultat et le retour du jury se lisent dans l’espace de votre organisme :

${link}

Jusqu’à la publication des résultats, votre organisme est seul à les lire.

Mutualibre, le catalogue des logiciels libres des collectivités`,
  }
}

/** The mail that tells a laureate that its award is public. @param link the page of the edition. */
export function publishedMail(
  locale: 'fr' | 'en',
  { organisation, year, link }: ResultMail,
): { subject: string; body: string } {
  if (locale === 'en') {
    return {
      subject: `${organisation}: your award is public, edition ${year}`,
      body: `Hello,

The results of the label Territoire Numérique Libre, edition ${year}, are published. That of ${organisation} is among them:

${link}

Mutualibre, the catalogue of free software in French public bodies`,
    }
  }
  return {
    subject: `${organisation} : votre attribution est publique, millésime ${year}`,
    body: `Bonjour,

Les résultats du label Territoire Numérique Libre, millésime ${year}, sont publiés. Celui de ${organisation} en fait partie :

${link}

Mutualibre, le catalogue des logiciels libres des collectivités`,
  }
}
