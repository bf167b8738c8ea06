import { of } from './of.ts'

/** What organisations say of their uses: figures, stops, costs, testimonials, messages. */
export const reads = {
  reads: {
    byState: 'Par état',
    byYear: 'Par année de début',
    noYear: 'année non dite',
    current: 'En cours',
    everyState: 'Toutes, même à l’étude ou arrêtées',
    year: 'Année de début',
    narrowed: 'La liste est aussi limitée',
    onlySimilar: (name: string) => `aux organismes semblables à ${name}`,
    onlyReason: (reason: string) => `aux arrêts pour cette raison : ${reason}`,
    onlyCost: 'aux utilisations confirmées qui disent ce qu’elles évitent de payer',
    dropNarrowing: 'Lever cette limite',

    detail: {
      more: 'Détails',
      version: (version: string) => `version ${version}`,
      workstations: { one: 'poste', many: 'postes' },
      users: { one: 'utilisateur', many: 'utilisateurs' },
      servers: { one: 'serveur', many: 'serveurs' },
      schoolWorkstations: { one: 'poste d’école', many: 'postes d’écoles' },
      services: 'Services',
      runBy: {
        'own-it': 'exploité par sa propre informatique',
        operator: 'exploité par une structure de mutualisation',
        provider: 'exploité par un prestataire',
      },
      runByNamed: (name: string) => `exploité par ${name}`,
      replaces: 'A remplacé',
      cost: 'Coût de licence évité',
      costMethod: 'Calcul',
      contact: 'Contact',
      note: 'Note',
      by: 'par',
      write: 'Écrire à cette collectivité',
      why: (reason: string) => `Raison : ${reason}.`,
      stopped: (date: string) => `arrêtée en ${date}`,
      stoppedDay: (date: string) => `arrêtée le ${date}`,
    },
    reasons: {
      replaced: 'remplacé par un autre logiciel',
      'no-need': 'le besoin a disparu',
      cost: 'le coût',
      support: 'l’accompagnement manquait',
      features: 'des fonctions manquaient',
      other: 'une autre raison',
      '': 'non dite',
    },
    stops: {
      heading: 'Qui a arrêté, et pourquoi',
      count: { one: 'organisme a arrêté', many: 'organismes ont arrêté' },
      lead: 'Un arrêt reste au dossier : il apprend autant qu’une utilisation.',
      byReason: 'Par raison',
      latest: 'Derniers arrêts connus',
      all: 'Voir tous les arrêts',
      undated: 'date non dite',
      columns: { reason: 'Raison', count: 'Nombre' },
    },
    costs: {
      heading: 'Coûts de licence évités',
      sum: (amount: string) => `${amount} par an`,
      basis: (given: string, of: string, one: boolean) =>
        `selon ${given} des ${of} organismes dont l’utilisation en cours est confirmée : ${one ? 'le seul qui ait' : 'ceux qui ont'} donné un chiffre.`,
      basisHere: (given: string, of: string, one: boolean) =>
        `selon ${given} ${one ? 'utilisation qui a un chiffre' : 'utilisations qui ont un chiffre'}, sur ${of} en cours et confirmées.`,
      never: 'Somme de ce qui a été dit, jamais une estimation : les autres n’y comptent pas.',
      show: 'Voir chaque chiffre et son calcul',
      caption: 'Coûts évités, un par un',
      columns: {
        organisation: 'Organisme',
        software: 'Logiciel',
        amount: 'Évité par an',
        method: 'Calcul',
      },
      shown: (n: string) => `Les ${n} plus élevés sont montrés.`,
      rows: 'Voir ces lignes dans la liste',
      perYear: (amount: string) => `${amount} par an`,
    },
    testimonials: {
      heading: 'Ce qu’ils en disent',
      lead: 'Écrit par des organismes utilisateurs, relu par la modération avant d’être montré.',
      on: (date: string) => `, le ${date}`,
      mine: {
        title: (software: string) => `Témoigner ${of(software)}`,
        heading: (software: string) => `Votre témoignage sur ${software}`,
        lead: (name: string) =>
          `Il paraîtra sur la page du logiciel, signé ${name}, jamais du nom d’une personne, une fois relu par la modération.`,
        one: 'Un seul témoignage par utilisation est montré : un nouveau remplace celui qui attend et, une fois publié, celui d’avant.',
        contested:
          'Cette utilisation est contestée : on ne peut pas en témoigner avant que la modération ait tranché.',
        written: 'Ce que votre organisme a écrit',
        states: {
          waiting: 'attend la modération',
          published: 'publié',
          refused: 'refusé',
        },
        reason: 'Réponse de la modération',
        sent: 'Votre témoignage attend la modération. Vous serez prévenu par courriel.',
        back: 'Revenir à cette utilisation',
      },
      form: {
        body: 'Votre témoignage',
        bodyHint:
          'De 30 à 1 500 caractères : ce que le logiciel a changé, ce qui a été facile, ce qui l’a été moins. N’y nommez personne.',
        submit: 'Envoyer à la modération',
        sending: 'Envoi…',
        wrong: 'Le témoignage n’est pas parti',
        mend: 'Corrigez ce qui suit, puis envoyez de nouveau. Rien de ce que vous avez écrit n’est perdu.',
        failed:
          'Le service n’a pas répondu. Rien de ce que vous avez écrit n’est perdu : réessayez plus tard, sans fermer cette page.',
      },
    },
    relay: {
      title: (name: string) => `Écrire à ${name}`,
      heading: (name: string) => `Écrire à ${name}`,
      lead: (software: string) =>
        `Au sujet ${of(software)}. Votre message part par courriel ; aucune adresse n’est montrée, ni la leur, ni la vôtre si vous ne le voulez pas.`,
      what: 'Comment cela se passe',
      whatSubject:
        'L’objet du message dit de quel organisme il vient et de quel logiciel il parle.',
      whatKept: 'Mutualibre ne garde pas votre texte une fois le message parti.',
      whatMost:
        'Au plus 5 messages par jour, et un seul par jour à un même organisme au sujet d’un même logiciel.',
      join: 'On écrit au nom de son organisme. Rejoignez d’abord le vôtre, puis revenez ici.',
      joinLink: 'Rejoindre mon organisme',
      nobody: 'Cet organisme n’accepte pas, ou plus, qu’on lui écrive au sujet de ce logiciel.',
      nobodyTitle: 'On ne peut pas écrire ici',
      catalogue: 'Revenir aux logiciels',
      sentTitle: 'Message transmis',
      sentHeading: (name: string) => `Votre message à ${name} est parti`,
      sentText:
        'Il est transmis par courriel. La réponse, s’il y en a une, ne passe pas par Mutualibre.',
      backSoftware: (name: string) => `Revenir aux utilisateurs ${of(name)}`,
      backOrganisation: (name: string) => `Voir la page ${of(name)}`,
      form: {
        from: 'Au nom de quel organisme ?',
        fromHint: 'Son nom et sa page sont donnés avec le message.',
        message: 'Votre message',
        messageHint: 'De 20 à 2 000 caractères.',
        withName: (name: string) => `Donner mon nom : ${name}`,
        withAddress: (address: string) => `Donner mon adresse pour la réponse : ${address}`,
        withHint:
          'Facultatif. Sans adresse, on ne peut vous répondre que par les coordonnées de votre organisme.',
        tells: 'Ce que vous dites de vous',
        submit: 'Envoyer le message',
        sending: 'Envoi…',
        wrong: 'Le message n’est pas parti',
        mend: 'Corrigez ce qui suit, puis envoyez de nouveau. Rien de ce que vous avez écrit n’est perdu.',
        failed:
          'Le service n’a pas répondu. Rien de ce que vous avez écrit n’est perdu : réessayez plus tard, sans fermer cette page.',
      },
    },
    faults: {
      'testimonial-missing': 'Écrivez votre témoignage.',
      'testimonial-short':
        'C’est trop court pour aider quelqu’un : écrivez au moins 30 caractères.',
      'testimonial-long': 'C’est trop long : 1 500 caractères au plus.',
      'message-missing': 'Écrivez votre message.',
      'message-short': 'C’est trop court : écrivez au moins 20 caractères.',
      'message-long': 'C’est trop long : 2 000 caractères au plus.',
      'from-wrong': 'Choisissez l’un de vos organismes.',
    },
    like: {
      link: 'Ce qu’utilisent les organismes semblables, et pas celui-ci',
      title: (name: string) => `Ce qu’utilisent les organismes semblables à ${name}`,
      heading: (name: string) => `Les organismes semblables à ${name}, et ce qu’ils utilisent`,
      lead: (compared: string, kind: string) =>
        `Comparaison avec les ${compared} ${kind} dont la population est la plus proche, la même région d’abord.`,
      known: (known: string, compared: string) =>
        `${known} des ${compared} ont au moins une utilisation connue.`,
      unknown: (n: string) =>
        `Des ${n} autres, on ne sait rien encore : cela ne veut pas dire qu’ils n’utilisent rien.`,
      none: 'Aucun d’eux n’a encore d’utilisation connue. Cela ne veut pas dire qu’ils n’utilisent rien : personne ne l’a encore dit.',
      noPopulation:
        'Sa population n’est pas connue, ou n’a pas de sens pour lui : Mutualibre ne sait pas dire quels organismes lui ressemblent.',
      missing: (name: string) => `Ce qu’ils utilisent, et pas ${name}`,
      missingLead:
        'D’après ce qui est connu : une utilisation que personne n’a dite manque aussi ici.',
      missingNone: 'Rien de ce qu’ils utilisent ne manque ici, d’après ce qui est connu.',
      missingMore: (shown: string, total: string) =>
        `Les ${shown} plus utilisés sur ${total} sont montrés.`,
      shared: 'Ce qu’ils ont en commun',
      sharedLead: (name: string) => `Utilisé par ${name} et par au moins un d’eux.`,
      sharedNone: 'Aucune utilisation commune n’est connue.',
      columns: {
        software: 'Logiciel',
        who: 'Parmi eux',
        act: 'Et vous ?',
      },
      who: { one: 'organisme', many: 'organismes' },
      here: {
        evaluating: 'à l’étude ici',
        pilot: 'en pilote ici',
        production: 'en production ici',
        stopped: 'arrêté ici',
      },
      declare: 'Déclarer',
      declareFor: (software: string) => ` que vous utilisez ${software}`,
      organisations: 'Voir la page de l’organisme',
      near: 'Logiciels utilisés près d’ici',
    },
    usesSplit: (words: string) => `Utilisations : ${words}.`,
  },
}
