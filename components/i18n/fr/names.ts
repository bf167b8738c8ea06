import type { CandidateReason, NameListKind, NameReason, NameView } from '#lib/names/schema.ts'
import { imports } from './imports.ts'

const reasons: Record<NameReason, string> = {
  homonyms: 'Plusieurs organismes portent ce nom.',
  'city-and-group':
    'Une commune et son intercommunalité sont connues sous ce nom : rien ne dit laquelle.',
  former: 'C’est le nom d’une commune déléguée ou associée, qui fait partie d’une autre.',
  misspelt: 'Personne ne porte ce nom, à une ou deux lettres près.',
  acronym: 'Ce sigle est celui d’un organisme du registre ; un autre pourrait avoir le même.',
  'other-kind': 'Ce nom existe, mais pas pour un organisme de cette nature.',
  elsewhere: 'Ce nom existe, mais pas à l’endroit indiqué.',
  gloss: 'Les mots entre parenthèses peuvent désigner quelqu’un d’autre.',
  short: 'Ce nom est si court qu’il peut être un sigle.',
  'also-other': 'Ce nom est aussi celui d’une entreprise, d’un lieu à l’étranger ou d’un pays.',
  territory: 'C’est le nom d’un territoire : plusieurs organismes peuvent s’y appeler ainsi.',
  several: 'Ce nom désigne deux organismes : cochez ceux que vous retenez.',
  list: 'Cette ligne contient plusieurs noms : cochez ceux que vous retenez.',
  demonstration: 'C’est une démonstration, un essai ou un exemple.',
  vague: 'Ces mots ne nomment personne.',
  foreign: 'Cet organisme n’est pas en France.',
  teaching:
    'C’est un établissement d’enseignement ou de recherche : le registre ne tient que les collectivités et leurs structures.',
  company: 'C’est une entreprise : aucun organisme public du registre ne porte ce nom.',
  state: 'C’est un service de l’État : le registre ne tient que les collectivités.',
  health: 'C’est un établissement de santé : le registre ne tient que les collectivités.',
  unknown: 'Aucun organisme public du registre ne porte ce nom.',
}

const why: Record<CandidateReason, string> = {
  name: 'porte ce nom',
  core: 'porte ce nom',
  former: 'la commune qui l’a intégrée',
  near: 'nom proche',
  acronym: 'porte ce sigle',
  group: 'intercommunalité de la commune',
  'other-kind': 'même nom, autre nature',
  elsewhere: 'même nom, ailleurs',
  part: 'l’un des noms de la ligne',
}

const kinds: Record<NameListKind, string> = {
  'used-by': 'champ usedBy de publiccode.yml',
  page: 'page web',
  spreadsheet: 'liste transmise',
}

const views: Record<NameView, string> = {
  surs: 'Reconnus',
  douteux: 'À préciser',
  sans: 'Sans organisme',
  decides: 'Décidés',
  disparus: 'Disparus de la liste',
}

/** Names of users that publishers keep, and the organisations that they mean. */
export const names = {
  names: {
    title: (software: string) => `Qui utilise ${software} : noms à rapprocher`,
    heading: (software: string) => `Les utilisateurs nommés par l’éditeur de ${software}`,
    list: { one: 'liste', many: 'listes' },
    name: { one: 'nom', many: 'noms' },
    figures: {
      surs: { one: 'reconnu sans ambiguïté', many: 'reconnus sans ambiguïté' },
      douteux: { one: 'à préciser', many: 'à préciser' },
      sans: { one: 'sans organisme au registre', many: 'sans organisme au registre' },
      decides: { one: 'décidé', many: 'décidés' },
    },
    sentence: (names: string, lists: string, figures: string) =>
      `${names} dans ${lists} : ${figures}.`,
    lead: 'Un nom seul ne compte pas : il devient une utilisation signalée quand il est rattaché à un organisme précis. Rien n’est deviné, c’est vous qui décidez, et la décision est retenue pour la prochaine liste.',
    nothing:
      'L’éditeur ne tient aucune liste d’utilisateurs ici. Ajoutez-en une : une page, un tableur ou quelques noms collés suffisent.',
    add: 'Ajouter une liste',
    users: 'Voir les utilisateurs du logiciel',
    listsHeading: 'Les listes',
    listsCaption: 'Listes de noms, avec leur source et ce qu’il en reste à décider',
    columns: { list: 'Liste', names: 'Noms', waiting: 'À décider', decided: 'Décidés' },
    kinds,
    dated: (date: string) => `du ${date}`,
    full: (n: string) =>
      `Cette liste est lue jusqu’à son ${n}e nom : ce qui suit dans le document, s’il y en a, n’est pas ici.`,
    views,
    viewsLabel: 'Noms de la liste, par ce qu’il en est',
    viewLead: {
      surs: 'Un seul organisme peut être désigné, ou vous avez déjà décidé de ce nom. Regardez-les, puis acceptez-les d’un coup ; ce qui serait faux se décide à part.',
      douteux:
        'Chaque nom est montré avec les organismes possibles et la raison du doute. Ce que vous laissez « à décider plus tard » attend.',
      sans: 'Personne n’est proposé pour ces noms. Cherchez l’organisme si vous le connaissez, ou dites que ce n’en est pas un.',
      decides: 'Ce qui a été décidé. Tout peut être changé ou annulé.',
      disparus:
        'Ces noms ont été retenus, puis ont quitté la liste. L’utilisation reste signalée tant que vous ne dites pas qu’elle a pris fin.',
    } satisfies Record<NameView, string>,
    empty: {
      surs: 'Aucun nom reconnu n’attend.',
      douteux: 'Aucun nom douteux n’attend.',
      sans: 'Aucun nom sans organisme n’attend.',
      decides: 'Rien n’est encore décidé.',
      disparus: 'Aucun nom retenu n’a quitté la liste.',
    } satisfies Record<NameView, string>,
    onPages: (n: string) => `Ils sont répartis sur ${n} pages.`,
    accept: (n: string) => `Accepter les ${n}`,
    acceptOne: 'Accepter ce nom',
    acceptWhat:
      'Chacun devient une utilisation signalée, avec cette liste comme source. Ce qu’un organisme a dit lui-même n’est pas touché.',
    refuseAll: (n: string) => `Aucun des ${n} n’est au registre`,
    refuseOne: 'Ce nom n’est pas au registre',
    refuseWhat:
      'Ces noms seront retenus comme n’étant pas des organismes publics du registre, ici et dans les listes à venir.',
    reasons,
    homonyms: (n: string) => `Ce nom est porté dans ${n} départements.`,
    more: (n: string) => `${n} autres ne sont pas montrés : cherchez par SIREN ou code postal.`,
    why,
    alias: (name: string) => `sous le nom « ${name} »`,
    siren: (siren: string) => `SIREN ${siren}`,
    noSiren: 'sans SIREN',
    onRecord: {
      reported: 'déjà signalé',
      confirmed: 'a déjà confirmé',
      'to-reconfirm': 'déjà au catalogue, à reconfirmer',
      contested: 'conteste cette utilisation',
    },
    stopped: 'a cessé de l’utiliser',
    sure: 'Un seul organisme porte ce nom.',
    remembered: 'Déjà décidé pour ce nom.',
    rememberedNot: 'Déjà décidé : ce n’est pas un organisme du registre.',
    meaning: (what: string) => `→ ${what}`,
    decided: {
      kept: 'Retenu',
      'not-an-organisation': 'Pas un organisme du registre',
      'left-out': 'Laissé de côté',
    },
    how: {
      exact: 'accepté avec les noms reconnus',
      remembered: 'repris d’une décision antérieure',
      person: 'décidé à la main',
    },
    otherwise: 'Décider autrement',
    choices: {
      later: 'À décider plus tard',
      not: 'Pas un organisme public du registre',
      leave: 'Laisser de côté dans cette liste',
      open: 'Annuler cette décision',
      keep: 'L’utilisation continue',
      end: 'L’utilisation a pris fin',
      notHint: 'Retenu pour ce nom, ici et ailleurs.',
      leaveHint: 'Ne vaut que pour cette liste.',
      openHint: 'L’utilisation signalée est retirée, sauf si quelqu’un d’autre en a parlé depuis.',
      keepHint: 'Il reste signalé, avec la liste comme source.',
      endHint: 'L’utilisation est marquée comme arrêtée.',
      foundHint: 'trouvé par votre recherche',
    },
    search: 'Chercher un autre organisme',
    searchHint: 'Nom, SIREN, code INSEE ou code postal.',
    searchButton: 'Chercher',
    searchFor: (name: string) => `Chercher un organisme pour « ${name} »`,
    found: 'Choisissez parmi les organismes trouvés, puis enregistrez.',
    notFound: 'Aucun organisme du registre ne répond à cette recherche. Essayez son SIREN.',
    save: 'Enregistrer ces décisions',
    done: {
      heading: 'C’est enregistré',
      kept: (n: string) => `Retenus : ${n}.`,
      reported: (n: string) => `Utilisations nouvellement signalées : ${n}.`,
      not: (n: string) => `Hors registre : ${n}.`,
      left: (n: string) => `Laissés de côté : ${n}.`,
      undone: (n: string) => `Annulés : ${n}.`,
      ended: (n: string) => `Utilisations arrêtées : ${n}.`,
      stayed: (n: string) =>
        `Utilisations restées en place, parce que quelqu’un d’autre les a dites : ${n}.`,
      nothing: 'Rien n’a changé.',
    },
    remove: 'Retirer cette liste',
    form: {
      ...imports.imports.form,
      wrong: 'Rien n’est enregistré',
      column: 'Colonne des noms',
      columnHint:
        'Son nom ou son numéro, si le fichier en a plusieurs. Vide : elle est cherchée d’après son titre.',
      pasted: 'La liste',
      file: 'Ou un fichier',
      columnUnknown: (columns: string) =>
        `Aucune colonne de noms n’a été reconnue. Écrivez laquelle, parmi : ${columns}. S’il le faut, choisissez de nouveau le fichier.`,
      pastedHint: 'Un nom par ligne. Si un fichier est choisi, c’est lui qui est lu.',
      address: 'Adresse de la page',
      addressHint:
        'Où la liste est publiée : ce sera la source montrée au public. Seule, sans liste collée, la page est lue et ses lignes vous sont montrées. Vide pour une liste qui n’est pas en ligne.',
      titleField: 'Titre de la liste',
      titleHint: 'Facultatif. Par exemple : « Nos références 2025 ».',
      date: 'Date de la liste',
      dateHint: 'AAAA, AAAA-MM ou AAAA-MM-JJ. Vide : aujourd’hui.',
      submit: 'Lire la liste',
      faults: {
        ...imports.imports.faults,
        'file-long': imports.imports.form.faults['file-long'],
        'names-missing':
          'Aucun nom n’a été trouvé. Collez un nom par ligne, ou choisissez un fichier.',
        'names-many':
          'Cette liste dépasse 10\u202f000 noms. Coupez-la en plusieurs, chacune avec son titre.',
        'address-missing': 'Donnez l’adresse de la page.',
        'address-wrong': 'Cette adresse n’est pas celle d’une page : elle commence par https://.',
        'page-read':
          'Voici les lignes de la page. Effacez celles qui ne nomment pas un utilisateur, puis envoyez de nouveau.',
        'page-unreadable':
          'Cette page n’a pas pu être lue d’ici : absente, trop lourde, faite par des scripts, ou sur un réseau privé. Collez-en les noms.',
        'page-long': 'Cette page dépasse 10\u202f000 lignes. Collez-en les seuls noms.',
        'title-long': 'Ce titre dépasse 200 caractères : raccourcissez-le.',
        'date-wrong': 'Écrivez la date ainsi : 2025, 2025-11 ou 2025-11-03.',
        'date-future': 'Cette date n’est pas encore venue.',
      },
    },
    addHeading: 'Ajouter une liste d’utilisateurs',
    addLead:
      'Vous savez qui utilise votre logiciel, mais vous n’avez que des noms : collez-les, ou envoyez le tableur. Vous déciderez ensuite de l’organisme que chacun désigne.',
    reading: 'Ce qui est lu',
    howText: [
      'Un nom par ligne, ou une colonne d’un fichier CSV, XLSX ou ODS de 10 Mo au plus.',
      '10\u202f000 noms au plus : au-delà, la liste est refusée, jamais coupée.',
      'La même liste envoyée de nouveau, depuis la même adresse ou sous le même titre, est mise à jour : ce qui est décidé le reste.',
      'Rien n’est signalé avant que vous l’ayez décidé. Si vous avez les SIREN, envoyez plutôt un fichier depuis l’espace de votre organisme.',
    ],
    longs: (n: string) => `Lignes trop longues pour être des noms, laissées de côté : ${n}.`,
  },
}
