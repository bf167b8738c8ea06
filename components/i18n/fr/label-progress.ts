/** Where an organisation stands on a grid of the label, and who and what backs each criterion. */
export const labelProgress = {
  labelProgress: {
    heading: 'Ma progression vers le label',
    choose: {
      title: 'Ma progression vers le label',
      lead: 'De quel organisme voulez-vous voir la progression ?',
      none: 'Vous n’êtes membre d’aucun organisme. Rejoignez le vôtre : vous verrez ce que ses logiciels libres justifient déjà.',
    },
    link: 'Label : où en êtes-vous ?',
    linkShort: 'Label',
    none: (total: string) =>
      `Aucun critère sur ${total} n’est encore justifié ni renseigné : un premier logiciel suffit pour commencer.`,
    sentence: (covered: string, total: string, one: boolean) =>
      one
        ? `${covered} critère sur ${total} est justifié ou renseigné.`
        : `${covered} critères sur ${total} sont justifiés ou renseignés.`,
    split: (words: string) => `Dont ${words}.`,
    noLevel:
      'C’est une couverture, pas une note : les barèmes du label ne sont pas publics, aucun niveau n’en est déduit.',
    ours: 'Cette grille est la nôtre : un aide-mémoire, pas les questions officielles du label.',
    states: {
      evidenced: { one: 'justifié', many: 'justifiés' },
      partial: { one: 'justifié en partie', many: 'justifiés en partie' },
      declared: { one: 'renseigné à la main', many: 'renseignés à la main' },
      empty: { one: 'vide', many: 'vides' },
    },
    statesHelp: {
      evidenced: 'vos utilisations y répondent, et vous les avez confirmées depuis moins d’un an',
      partial:
        'vos utilisations y répondent en partie : à confirmer, à chiffrer ou à compléter d’une réponse',
      declared: 'vous y répondez dans votre dossier, sans utilisation derrière',
      empty: 'rien pour l’instant',
    },
    grid: {
      label: 'Grille lue',
      closes: (date: string) => `clôture le ${date}`,
    },
    empty: {
      heading: 'Commencez par un logiciel',
      text: 'Firefox, LibreOffice, un logiciel d’état civil libre, le moteur de votre site : presque toutes les collectivités en utilisent déjà. Déclarez le premier, cela prend deux minutes, et cette page dira aussitôt quels critères il justifie.',
      first: 'Déclarer un premier logiciel',
      import: 'Importer une liste',
      around: 'Autour de vous',
    },
    next: {
      heading: 'Ce qui ajouterait le plus',
      nothing: 'Rien d’évident : parcourez les critères ci-dessous.',
      dossier: 'Ouvrir le dossier',
      selfAssessment: 'Répondre aux autres critères',
      figures: 'Chiffres annuels',
      declare: 'Déclarer un logiciel',
      csv: 'Télécharger en CSV',
    },
    steps: {
      stateFigure: {
        workstations: 'Déclarez votre nombre de postes',
        servers: 'Déclarez votre nombre de serveurs et dites si les machines virtuelles y comptent',
        schoolWorkstations: 'Déclarez le nombre de postes de vos écoles',
      },
      becomesShare: 'cette liste deviendra une part',
      becomeShares: (n: string) => `${n} critères y gagnent une part`,
      checkFigure: {
        workstations: 'Vérifiez votre nombre de postes : vos utilisations en comptent davantage',
        servers: 'Vérifiez votre nombre de serveurs : vos utilisations en comptent davantage',
        schoolWorkstations:
          'Vérifiez le nombre de postes de vos écoles : vos utilisations en comptent davantage',
      },
      sayUnits: {
        workstations: {
          one: 'utilisation : dites sur combien de postes',
          many: 'utilisations : dites sur combien de postes',
        },
        servers: {
          one: 'utilisation : dites sur combien de serveurs',
          many: 'utilisations : dites sur combien de serveurs',
        },
        schoolWorkstations: {
          one: 'utilisation : dites sur combien de postes des écoles',
          many: 'utilisations : dites sur combien de postes des écoles',
        },
      },
      reconfirm: (n: string, many: boolean) =>
        many
          ? `Reconfirmez ${n} utilisations vieilles de plus d’un an`
          : `Reconfirmez ${n} utilisation vieille de plus d’un an`,
      confirm: (n: string, many: boolean) =>
        many
          ? `Confirmez ${n} utilisations : vous ne l’avez pas fait depuis un an, ou jamais`
          : `Confirmez ${n} utilisation : vous ne l’avez pas fait depuis un an, ou jamais`,
      forCriteria: { one: 'critère en dépend', many: 'critères en dépendent' },
      near: (who: string, what: string, many: boolean) =>
        many
          ? `${who} de votre département ${what} : voyez-les`
          : `${who} de votre département ${what} : voyez qui`,
      use: {
        one: (name: string) => `utilise un logiciel libre pour « ${name} »`,
        many: (name: string) => `utilisent un logiciel libre pour « ${name} »`,
      },
      back: {
        one: 'a déjà de quoi appuyer ce critère',
        many: 'ont déjà de quoi appuyer ce critère',
      },
      declare: 'Déclarez un logiciel qui l’appuie : voyez lesquels',
      answer: 'Répondez-y dans votre dossier',
      answerToo: 'Complétez par une réponse dans votre dossier',
    },
    chart: {
      heading: 'Par axe',
      caption: 'Critères de chaque axe, par état',
      asTable: 'La même chose en tableau',
      axis: 'Axe',
      total: 'en tout',
    },
    criteria: {
      heading: 'Critère par critère',
      answer: 'Votre réponse',
      peers: (backed: string, known: string) =>
        `${backed} sur ${known} organismes semblables l’appuient`,
      parts: { yes: 'oui', no: 'non' },
    },
    peers: {
      percent: (value: string) => `${value} %`,
      heading: 'Face aux organismes semblables',
      who: (kind: string, size: string) => `${kind}, ${size}`,
      lead: (known: string, all: string, who: string) =>
        `Sur ${all} organismes semblables (${who}), ${known} ont au moins une utilisation ou une publication qui appuie un critère. Les parts sont calculées sur ceux-là : ce que les autres utilisent n’est pas connu.`,
      none: (who: string) =>
        `Aucun organisme semblable (${who}) n’a encore d’utilisation connue qui appuie un critère : il n’y a pas de quoi comparer.`,
      few: 'Ils sont trop peu pour en tirer une tendance : à lire comme des exemples.',
      caption: 'Critères appuyés, par axe : vous et les organismes semblables',
      you: 'Vous',
      average: 'En moyenne',
      of: (n: string, total: string) => `${n} sur ${total}`,
      byCriterion: 'Par critère',
      byCriterionCaption: 'Part des organismes semblables qui appuient chaque critère',
      criterion: 'Critère',
      state: 'Vous',
      share: 'Semblables qui l’appuient',
      evidenced: 'dont à jour',
      like: 'Ce qu’ils utilisent et pas vous',
    },
    years: {
      heading: 'Au fil des millésimes',
      none: 'Aucun dossier ni aucune attribution connue pour l’instant : cette page gardera la trace de chaque millésime.',
      caption: 'Couverture de chaque dossier, dans la grille de son millésime',
      grids:
        'Chaque millésime a sa grille : deux années ne se comparent que dans la mesure où leurs critères se ressemblent.',
      year: 'Millésime',
      covered: 'Critères justifiés ou renseignés',
      from: 'Lu',
      froms: {
        submitted: 'dans le dossier déposé',
        closing: 'à la date de clôture',
        today: 'aujourd’hui',
      },
      awards: 'Attributions connues',
    },
    csv: {
      axis: 'Axe',
      criterion: 'Critère',
      state: 'État',
      value: 'Valeur calculée',
      behind: 'Logiciels derrière',
      answer: 'Réponse à la main',
      backed: 'Semblables qui l’appuient',
      known: 'Semblables comparés',
    },
    otherSide: {
      software: {
        heading: 'Ce qu’il peut appuyer pour le label',
        lead: 'Utilisé en production par une collectivité, ce logiciel peut appuyer, par ses fonctions :',
        ours: 'Critères de notre grille de référence, qui n’est pas le questionnaire officiel.',
      },
      organisation: {
        heading: 'Critères que ses logiciels appuient',
        lead: (backed: string, of: string) =>
          `Ses utilisations appuient ${backed} sur ${of} de notre grille de référence.`,
        criteria: { one: 'critère', many: 'critères' },
        ours: 'C’est un constat tiré de ce qui est public ici, pas une évaluation : notre grille n’est pas le questionnaire officiel et aucun niveau ne s’en déduit.',
        show: 'Voir lesquels, et sur quoi ils reposent',
        more: (n: string) => `et ${n} de plus`,
      },
    },
    criterion: {
      title: (label: string) => `${label} : critère`,
      axis: 'Axe',
      basis: {
        question:
          'La question est décrite publiquement par le label ; la formulation est la nôtre.',
        theme: 'Seul le thème est attesté par une source ; la formulation est la nôtre.',
        proposal: 'Critère proposé par nous : aucune source ne dit qu’il est demandé.',
      },
      sources: 'Sources',
      required: 'Réponse obligatoire dans ce millésime.',
      clarification: 'Précision ajoutée après l’ouverture',
      rule: 'Comment nous l’appuyons',
      rules: {
        'software-count':
          'Nous comptons les logiciels libres de ces fonctions, en production ; chacun compte une fois.',
        'largest-share':
          'Nous prenons l’utilisation la plus étendue parmi ces logiciels, et la divisons par le nombre de postes que l’organisme déclare.',
        'summed-share':
          'Nous additionnons ces utilisations, et divisons par le nombre de machines que l’organisme déclare.',
        'pooled-share':
          'Nous comptons, parmi tous ses logiciels libres en production, ceux qu’une structure de mutualisation exploite pour lui. Un indice, jamais la réponse.',
        'any-software':
          'Un logiciel libre de ces fonctions, en production, suffit. Aucun ne veut pas dire « non » : seulement que nous n’en connaissons pas.',
        'open-formats':
          'Le catalogue ne dit pas quels formats un logiciel écrit : ce critère se renseigne à la main.',
        timeline:
          'Nous listons ses logiciels libres par date, à l’étude et en pilote compris : de quoi écrire la réponse.',
        'published-software':
          'Nous listons les logiciels qu’il publie sous licence libre dans un dépôt public.',
        testimonials: 'Nous listons les témoignages qu’il a publiés ici.',
      },
      noRule: 'Aucune donnée du catalogue ne l’appuie : ce critère se renseigne à la main.',
      functions: 'Fonctions regardées',
      software: 'Les logiciels qui peuvent l’appuyer',
      softwareFound: { one: 'logiciel libre du catalogue', many: 'logiciels libres du catalogue' },
      softwareAll: 'Voir tous ces logiciels',
      backers: 'Les organismes qui l’appuient',
      backersFound: { one: 'organisme', many: 'organismes' },
      backersLead:
        'Tiré de ce qui est public ici : utilisations documentées ou déclarées, logiciels publiés, témoignages. Ce n’est pas une liste de lauréats.',
      backersNone: 'Aucun organisme connu pour l’instant avec ces filtres.',
      backersCaption: (label: string) => `Organismes qui appuient « ${label} »`,
      behind: 'Ce qui l’appuie',
      items: { one: 'élément', many: 'éléments' },
      filter: 'Filtrer',
      departement: 'Département',
      kind: 'Type d’organisme',
      every: 'Tous',
      mine: 'Voir où vous en êtes',
      json: 'Ces données en JSON',
    },
  },
}
