/** What adoptions say of a criterion of the label, in sentences; and the figures of a year. */
export const labelEvidence = {
  evidence: {
    states: {
      evidenced: 'attesté',
      partial: 'attesté en partie',
      declared: 'déclaré',
      empty: 'non attesté',
    },
    business: {
      one: 'logiciel métier libre en production',
      many: 'logiciels métier libres en production',
    },
    software: { one: 'logiciel libre en production', many: 'logiciels libres en production' },
    published: {
      one: 'logiciel publié sous licence libre',
      many: 'logiciels publiés sous licence libre',
    },
    testimonials: { one: 'témoignage publié', many: 'témoignages publiés' },
    atLeastOne: 'Au moins un logiciel libre en production',
    noShare: 'En production, sans part calculée',
    others: { one: 'autre', many: 'autres' },
    share: (percent: string, whole: string, part: string, all: string) =>
      `${percent}\u202f% ${whole} (${part} sur ${all})`,
    atLeastShare: (share: string) => `Au moins ${share}`,
    wholes: {
      '': 'du total',
      workstations: 'des postes',
      servers: 'des serveurs',
      schoolWorkstations: 'des postes des écoles',
    },
    pooled: (share: string) => `${share} exploités par une structure de mutualisation`,
    pooledWhole: 'des logiciels libres en production',
    virtual: {
      yes: 'machines virtuelles comprises',
      no: 'machines virtuelles non comprises',
    },
    since: (first: string, last: string) =>
      first === last ? `depuis ${first}` : `de ${first} à ${last}`,
    nothing: {
      use: 'Aucune utilisation déclarée ne l’atteste.',
      formats: 'Le catalogue ne dit pas quels formats un logiciel écrit : rien n’en est déduit.',
      published:
        'Le catalogue ne connaît aucun logiciel libre que cet organisme publie dans un dépôt public.',
      testimonials: 'Aucun témoignage publié dans le catalogue.',
      pooled: 'Aucun logiciel n’est connu comme exploité par une structure de mutualisation.',
    },
    apart: (names: string) => `À l’essai, listé à part et non compté\u00a0: ${names}.`,
    reasons: {
      stale:
        'L’organisme n’a pas confirmé depuis douze mois, ou jamais, une partie de ce qui le montre.',
      hint: 'C’est un indice, pas une réponse\u00a0: une déclaration reste nécessaire.',
      'over-100':
        'Il y en a plus que l’organisme n’en déclare au total\u00a0: un de ces chiffres est à vérifier.',
      'virtual-not-said':
        'Il n’est pas dit si les machines virtuelles comptent parmi les serveurs.',
    },
    noDenominator: {
      '': 'Le total de l’organisme n’est pas indiqué\u00a0: sans lui, pas de pourcentage.',
      workstations:
        'Le nombre de postes de l’organisme n’est pas indiqué\u00a0: sans lui, pas de pourcentage.',
      servers:
        'Le nombre de serveurs de l’organisme n’est pas indiqué\u00a0: sans lui, pas de pourcentage.',
      schoolWorkstations:
        'Le nombre de postes des écoles n’est pas indiqué\u00a0: sans lui, pas de pourcentage.',
    },
    noUnits: {
      '': 'Sur combien, ce n’est pas dit pour tous ces logiciels.',
      workstations: 'Sur combien de postes, ce n’est pas dit pour tous ces logiciels.',
      servers: 'Sur combien de serveurs, ce n’est pas dit pour tous ces logiciels.',
      schoolWorkstations:
        'Sur combien de postes des écoles, ce n’est pas dit pour tous ces logiciels.',
    },
    items: {
      see: (n: string) => `Voir ce qui le montre (${n})`,
      apart: 'À l’essai, non compté',
      stale: 'non confirmé depuis douze mois',
      never: 'jamais confirmé par l’organisme',
      confirmedOn: (date: string) => `confirmé le ${date}`,
      since: (date: string) => `depuis ${date}`,
      writtenOn: (date: string) => `témoignage du ${date}`,
      firstRelease: (year: string) => `première version en ${year}`,
      published: 'publié par l’organisme',
      units: {
        '': (n: string) => `étendue\u00a0: ${n}`,
        workstations: (n: string) => `postes\u00a0: ${n}`,
        servers: (n: string) => `serveurs\u00a0: ${n}`,
        schoolWorkstations: (n: string) => `postes des écoles\u00a0: ${n}`,
      },
    },
    differences: {
      number: (answered: string, computed: string, gap: string) =>
        `Réponse\u00a0: ${answered}\u00a0; selon les utilisations déclarées\u00a0: ${computed} (écart de ${gap}).`,
      share: (answered: string, computed: string, gap: string) =>
        `Réponse\u00a0: ${answered}\u202f%\u00a0; selon les utilisations déclarées\u00a0: ${computed}\u202f% (écart de ${gap} points).`,
      onePoint: (answered: string, computed: string) =>
        `Réponse\u00a0: ${answered}\u202f%\u00a0; selon les utilisations déclarées\u00a0: ${computed}\u202f% (écart de 1 point).`,
      unproven: 'Réponse\u00a0: oui\u00a0; aucune utilisation déclarée ne l’atteste.',
      contrary: (names: string) =>
        `Réponse\u00a0: non\u00a0; des utilisations déclarées montrent pourtant ${names}.`,
      onlyAnswered: (names: string) => `Seulement dans la réponse\u00a0: ${names}.`,
      onlyComputed: (names: string) => `Seulement dans les utilisations déclarées\u00a0: ${names}.`,
      same: 'La réponse dit la même chose que les utilisations déclarées.',
    },
  },
}
