import type { YearFault } from '#lib/evidence/rules/year-faults.ts'

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
      others: (n: string) => `et ${n} autres : toutes les utilisations`,
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
  labelFigures: {
    title: 'Chiffres de l’année',
    heading: (year: string) => `Chiffres de ${year}`,
    lead: (name: string) =>
      `Combien ${name} compte de postes et de serveurs en tout\u00a0: ce qui fait d’une liste de logiciels une part, par exemple «\u00a090\u202f% des postes\u00a0».`,
    which:
      'Pour une date, c’est la dernière année indiquée qui compte, en entier. Ce que vous enregistrez se voit aussitôt sur vos critères du label\u00a0; un dossier déjà déposé ne change pas.',
    form: {
      wrong: 'Ces chiffres ne sont pas encore enregistrés',
      mend: 'Corrigez ce qui est signalé ci-dessous, puis enregistrez de nouveau.',
      failed: 'Le service ne répond pas. Rien n’est perdu\u00a0: réessayez dans un instant.',
      sending: 'Enregistrement…',
      submit: 'Enregistrer',
      year: 'Année',
      workstations: 'Postes de travail',
      workstationsHint:
        'Tous ceux des agents et des élus, écoles non comprises. Vide si vous ne savez pas.',
      servers: 'Serveurs',
      serversHint:
        'Tous, y compris ceux que d’autres exploitent pour vous. Vide si vous ne savez pas.',
      serversVirtual: 'Ce nombre compte-t-il les machines virtuelles\u00a0?',
      serversVirtualHint: 'Sans cette réponse, la part des serveurs n’est attestée qu’en partie.',
      virtual: {
        unsaid: 'Non précisé',
        yes: 'Oui, chacune compte',
        no: 'Non, seules les machines physiques',
      },
      schoolWorkstations: 'Postes des écoles',
      schoolWorkstationsHint: 'Ceux des écoles dont vous avez la charge, comptés à part.',
    },
    faults: {
      'year-wrong': 'Choisissez une année depuis 2016.',
      'year-future': 'Cette année n’a pas commencé\u00a0: on n’indique que ce qui est.',
      'count-wrong': 'Écrivez un nombre entier, par exemple 620, ou rien.',
      'virtual-wrong': 'Choisissez une réponse de la liste.',
      'nothing-said': 'Indiquez au moins un chiffre.',
    } satisfies Record<YearFault, string>,
    saved: (year: string) => `Les chiffres de ${year} sont enregistrés.`,
    stated: 'Années indiquées',
    none: 'Aucune année n’est encore indiquée.',
    columns: {
      year: 'Année',
      workstations: 'Postes',
      servers: 'Serveurs',
      schoolWorkstations: 'Postes des écoles',
    },
    unsaid: 'non indiqué',
    virtualIncluded: 'machines virtuelles comprises',
    virtualLeftOut: 'machines virtuelles non comprises',
    virtualUnsaid: 'machines virtuelles\u00a0: non précisé',
    correct: (year: string) => `Corriger ${year}`,
    otherYears: 'Une autre année',
  },
}
