/** One award, its badge and its signed credential; the page that verifies one. */
export const labelBadges = {
  badges: {
    healthRow: 'Attestations du label',
    healthCounts: (issued: string, waiting: string, key: boolean) =>
      `${issued} signées, ${waiting} en attente${key ? '' : ' (aucune clé : npm run label:key -- new)'}`,

    title: (name: string, year: number) => `${name}, label ${year}`,
    heading: (name: string, year: number) =>
      `${name} : label Territoire Numérique Libre, millésime ${year}`,
    more: 'Badge et détails',
    moreOf: (name: string, year: number) => `Badge et détails : ${name}, ${year}`,
    result: 'Résultat',
    scale: 'Échelle de ce millésime',
    mentions: 'Mentions spéciales',
    givenHere: 'Attribué ici par le jury du millésime',
    givenOn: (date: string) => `publié le ${date}`,
    documented: 'Attribution documentée, non décernée ici',
    documentedBy: (title: string) =>
      `Une source publique l’atteste : ${title}. Elle n’a pas d’attestation signée, puisque ce site ne l’a pas donnée.`,
    whose: 'Qui l’atteste',
    carried: 'Candidature portée par',
    responsible: 'responsable de candidature',
    elected: 'élu référent',
    organisation: 'Voir la page de cet organisme',
    allOf: (year: number) => `Voir les lauréats de ${year}`,

    badge: 'Le badge',
    badgeLead:
      'Une image à une adresse permanente, à montrer sur un autre site. Ce n’est pas le logo officiel du label.',
    badgeOpen: 'Ouvrir l’image seule',
    embedFr: 'Code à copier, en français',
    embedEn: 'Code à copier, en anglais',
    embedHint:
      'Du HTML à coller dans une page : l’image, son texte de remplacement et un lien ici.',
    copy: 'Copier',
    copied: 'Copié.',
    copyFailed: 'La copie n’a pas marché : sélectionnez le texte et copiez-le.',

    credential: 'L’attestation signée',
    credentialLead:
      'Un document au format Open Badges 3.0, signé par l’organisateur du label sur ce site : n’importe quel vérificateur de ce format peut dire si elle est vraie, sans nous croire.',
    credentialOpen: 'Ouvrir l’attestation (JSON)',
    credentialBaked: 'Télécharger le badge avec son attestation (SVG)',
    credentialVerify: 'La vérifier ici',
    credentialSigned: (date: string) => `Signée le ${date}.`,
    credentialWaits:
      'L’attestation n’est pas encore signée : elle le sera dès que la clé de l’organisateur sera en place. Le résultat, lui, est public.',
    notAdullact:
      'L’organisateur est celui de ce site. Ce n’est pas l’ADULLACT, qui porte le label depuis 2016, sauf accord publié ici.',

    verify: {
      title: 'Vérifier une attestation du label',
      description:
        'Vérifie une attestation Open Badges 3.0 du label Territoire Numérique Libre signée par ce site.',
      heading: 'Vérifier une attestation du label',
      lead: 'Collez une attestation, envoyez son fichier ou donnez son adresse. Rien de ce que vous envoyez n’est gardé.',
      what: 'Ce qui est vérifié',
      whatList: [
        'l’émetteur est l’organisateur du label sur ce site ;',
        'la clé est l’une des siennes, qu’elle signe encore ou qu’elle soit retirée ;',
        'la signature couvre tout le document : un mot changé la rend fausse ;',
        'les dates : celle de l’attestation, celle de la signature ;',
        'l’attribution est toujours au registre de ce site.',
      ],
      never:
        'Ce site n’interroge aucun autre site : pour une attestation d’ailleurs, utilisez le vérificateur de son émetteur.',
      fields: {
        text: 'L’attestation',
        textHint: 'Le texte JSON en entier, de la première accolade à la dernière.',
        file: 'Ou son fichier',
        fileHint: 'JSON, ou badge SVG qui la contient ; 1 Mo au plus.',
        address: 'Ou son adresse sur ce site',
        addressHint:
          'L’adresse d’une attestation, ou de la page d’une attribution. Seules les adresses de ce site sont lues.',
      },
      submit: 'Vérifier',
      sending: 'Vérification…',
      wrong: 'Rien n’a pu être vérifié',
      mend: 'Corrigez ce qui suit, puis envoyez de nouveau.',
      failed:
        'Le service n’a pas répondu. Rien de ce que vous avez écrit n’est perdu : réessayez plus tard, sans fermer cette page.',
      resultHeading: {
        valid: 'Cette attestation est valide',
        invalid: 'Cette attestation n’est pas valide',
        unreadable: 'Rien n’a pu être vérifié',
      },
      says: (name: string, result: string, year: number) =>
        `${name} : ${result}, millésime ${year} du label Territoire Numérique Libre.`,
      noRank: 'lauréat',
      scale: (scheme: string) => `Échelle de ce millésime : ${scheme}.`,
      seeAward: 'Voir la page de cette attribution',
      checksCaption: 'Vérifications faites',
      columns: { check: 'Vérification', result: 'Résultat' },
      checks: {
        issuer: 'Émetteur',
        key: 'Clé',
        signature: 'Signature',
        dates: 'Dates',
        record: 'Registre',
      },
      passed: {
        issuer: 'l’organisateur du label sur ce site',
        key: 'une clé de l’organisateur',
        signature: 'exacte : rien n’a été changé depuis',
        dates: 'cohérentes',
        record: 'l’attribution y est toujours',
      },
      keySigns: (kid: string) => `celle qui signe aujourd’hui (${kid})`,
      keyRetired: (kid: string, date: string) =>
        `retirée le ${date}, après cette signature, qui reste bonne (${kid})`,
      datesOf: (from: string, signed: string) => `valide depuis le ${from}, signée le ${signed}`,
      notMade: 'non vérifié, faute de ce qui précède',
      why: {
        'other-issuer':
          'l’émetteur n’est pas ce site. Adressez-vous au vérificateur de celui qui l’a émise.',
        'unknown-key': 'la clé n’est pas, et n’a jamais été, celle de l’organisateur.',
        altered: 'la signature ne correspond pas : le document a été changé, ou elle est fausse.',
        'signed-after-retirement': 'la clé était déjà retirée à la date de la signature.',
        'signed-before-key': 'la clé n’existait pas encore à la date de la signature.',
        'not-yet-valid': 'elle n’est pas encore valide à ce jour.',
        expired: 'elle n’est plus valide à ce jour.',
        'not-on-record':
          'la signature est bonne, mais cette attribution n’est plus au registre de ce site.',
        empty: 'Collez une attestation, choisissez un fichier ou donnez une adresse.',
        'too-long':
          'C’est trop long : une attestation fait quelques milliers de caractères, 1 Mo au plus est lu.',
        'not-json':
          'Ce texte n’est pas du JSON complet : copiez-le de la première accolade à la dernière.',
        'too-complex':
          'Ce document est plus grand, plus profond ou autrement fait qu’une attestation : il n’a pas été lu plus loin.',
        'no-credential-in-svg':
          'Cette image ne contient pas d’attestation : prenez le badge proposé avec son attestation.',
        'not-a-credential':
          'Ce JSON n’est pas une attestation Open Badges 3.0 signée comme celles de ce site.',
        'foreign-contexts':
          'Ce document emploie d’autres vocabulaires que les attestations de ce site : il n’en est pas une.',
        elsewhere:
          'Cette adresse n’est pas de ce site, qui n’en interroge aucun autre. Ouvrez-la, puis collez ici ce qu’elle montre.',
        'unknown-address':
          'Aucune attestation n’est à cette adresse : vérifiez-la, ou collez l’attestation.',
      },
    },
  },
}
