import type { LineFault, LineStatus, ListFault } from '#lib/importers/schema.ts'

const faults: Record<ListFault, string> = {
  empty:
    'Ce fichier est vide, ou sa première feuille l’est. Enregistrez-le de nouveau depuis votre tableur, puis renvoyez-le.',
  'too-long':
    'Ce fichier dépasse 10 Mo. Gardez-en les seules colonnes utiles, ou coupez-le en plusieurs.',
  'too-many-lines':
    'Ce fichier a plus de 40\u202f000 lignes. Coupez-le en plusieurs, puis envoyez-les l’un après l’autre.',
  'too-many-columns':
    'Ce fichier a plus de 200 colonnes. Gardez les seules colonnes utiles, puis renvoyez-le.',
  binary:
    'Ce fichier n’est ni un texte ni un tableur. Enregistrez votre liste en CSV, XLSX ou ODS, puis renvoyez-la.',
  pdf: 'C’est un PDF : rien ne peut y être lu à coup sûr. Exportez la liste d’origine en CSV, XLSX ou ODS.',
  image:
    'C’est une image : rien n’y est lu. Exportez la liste d’origine en CSV, XLSX ou ODS, ou collez-la en texte.',
  'old-spreadsheet':
    'C’est un ancien fichier Excel (.xls). Ouvrez-le, enregistrez-le en XLSX, ODS ou CSV, puis renvoyez-le.',
  document:
    'C’est un document ou une page web, pas un tableau. Copiez la liste dans un tableur, enregistrez-la en CSV, XLSX ou ODS.',
  archive:
    'C’est une archive, ou un document qui n’est pas un tableur. Sortez-en le fichier CSV, XLSX ou ODS, puis envoyez-le seul.',
  'zip-bomb':
    'Une fois décompressé, ce fichier serait démesuré : il n’a pas été ouvert. Enregistrez votre liste en CSV, puis renvoyez-la.',
  damaged:
    'Ce fichier est abîmé, ou incomplet. Ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis renvoyez-le.',
  encrypted:
    'Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans protection, puis renvoyez-la.',
  quotes:
    'Un guillemet ouvert n’est jamais refermé : la suite du fichier serait lue comme une seule case. Corrigez-le, ou enregistrez la liste en XLSX.',
  'no-software-column':
    'Aucune colonne de noms de logiciels n’a été reconnue. Nommez-la « Logiciel » sur la première ligne, puis renvoyez le fichier.',
  'no-organisation-column':
    'Aucune colonne ne dit de quels organismes il s’agit. Nommez-en une « SIREN », « SIRET » ou « Code INSEE », ou deux « Nom » et « Département », sur la première ligne.',
  'too-heavy':
    'Ce fichier demande plus de mémoire ou de temps qu’une liste n’en prend. Enregistrez-le en CSV avec ses seules colonnes utiles, puis renvoyez-le.',
  unexpected:
    'La lecture s’est interrompue par une erreur du service, qui est notée. Renvoyez le fichier ; si cela recommence, envoyez-le en CSV.',
}

const lineFaults: Record<LineFault, string> = {
  'no-key': 'ne dit pas de quel organisme il s’agit',
  'bad-siren': 'SIREN faux : neuf chiffres et leur clé sont attendus',
  'bad-siret': 'SIRET faux : quatorze chiffres et leur clé sont attendus',
  'bad-insee': 'code INSEE faux : cinq caractères sont attendus',
  rounded:
    'numéro arrondi par le tableur (2,1E+08) : mettez la colonne en texte avant d’y remettre les numéros',
  contradiction: 'le SIREN et le code INSEE désignent deux organismes différents',
  'bad-state': 'état inconnu : évaluation, pilote, production ou arrêté',
  'bad-since': 'date illisible ou à venir : AAAA, MM/AAAA ou JJ/MM/AAAA',
  'no-software': 'ne nomme aucun logiciel',
  'not-yours': 'logiciel dont votre organisme n’est ni l’éditeur ni l’exploitant pour d’autres',
  yourself: 'c’est votre propre organisme : déclarez-le dans votre espace',
  twice: 'déjà dit par une ligne précédente',
}

const statuses: Record<LineStatus, { one: string; many: string }> = {
  matched: { one: 'reconnue', many: 'reconnues' },
  ambiguous: { one: 'à préciser', many: 'à préciser' },
  unknown: { one: 'inconnue', many: 'inconnues' },
  present: { one: 'déjà connue', many: 'déjà connues' },
  wrong: { one: 'fautive', many: 'fautives' },
}

/** Lists of software, and files of organisations. */
export const imports = {
  imports: {
    own: {
      title: 'Importer une liste de logiciels',
      heading: 'Importer ce que vous utilisez',
      lead: 'Un export de GLPI ou d’OCS Inventory, un tableur, ou une liste collée : chaque nom est rapproché du catalogue, vous vérifiez, puis tout est déclaré d’un coup.',
      submit: 'Lire la liste',
      how: 'Ce qui est lu',
      howText: [
        'CSV, XLSX ou ODS, 10 Mo et 40\u202f000 lignes au plus.',
        'Les exports de GLPI et d’OCS Inventory tels qu’ils sortent. Sinon, une colonne « Logiciel », et si vous l’avez une colonne « Version ».',
        'Rien n’est déclaré avant que vous l’ayez vérifié.',
      ],
    },
    report: {
      title: 'Signaler des utilisations',
      heading: 'Dire qui utilise un logiciel',
      lead: 'Éditeur ou structure de mutualisation, vous connaissez vos utilisateurs : un fichier suffit. Chaque organisme sera invité à confirmer ; d’ici là, l’utilisation compte comme signalée.',
      submit: 'Lire le fichier',
      how: 'Ce qui est lu',
      howText: [
        'CSV, XLSX ou ODS, 10 Mo et 40\u202f000 lignes au plus.',
        'Une colonne SIREN, SIRET ou Code INSEE, ou deux colonnes Nom et Département.',
        'Si vous les avez : Logiciel, Version, Depuis, État.',
        'Ce qu’un organisme a dit lui-même n’est jamais remplacé. Renvoyer le même fichier ne change rien.',
      ],
      software: 'Le logiciel',
      softwareHint:
        'Son nom dans le catalogue. Laissez vide si le fichier a une colonne « Logiciel ».',
      runs: 'Nous faisons tourner ce logiciel pour eux',
      notAllowed:
        'Votre organisme ne peut pas dire ce que d’autres utilisent : cela revient à l’éditeur d’un logiciel et aux structures qui l’exploitent pour d’autres.',
      notAllowedNext: 'Importer ce que vous utilisez vous-mêmes',
    },
    form: {
      file: 'Le fichier',
      fileHint: 'CSV, XLSX ou ODS, 10 Mo au plus.',
      pasted: 'Ou collez la liste',
      pastedHint:
        'Un nom par ligne, ou des colonnes copiées d’un tableur. Si un fichier est choisi, c’est lui qui est lu.',
      sending: 'Envoi…',
      wrong: 'La liste n’a pas été prise',
      mend: 'Corrigez ce qui suit, puis envoyez de nouveau.',
      failed:
        'Le service n’a pas répondu, ou trop de fichiers sont venus de votre réseau en une heure. Rien n’a été enregistré : réessayez plus tard.',
      signIn: 'Se connecter dans un autre onglet',
      faults: {
        'file-missing': 'Choisissez un fichier, ou collez une liste.',
        'file-long':
          'Ce fichier dépasse 10 Mo. Gardez-en les seules colonnes utiles, ou coupez-le en plusieurs.',
        'software-unknown':
          'Ce logiciel n’est pas dans le catalogue sous ce nom : écrivez-le comme sur sa page.',
      },
    },
    recent: 'Vos derniers fichiers',
    pasted: 'Liste collée',
    states: {
      uploaded: 'en attente de lecture',
      ready: 'à vérifier',
      refused: 'refusé',
      applying: 'en cours d’application',
      applied: 'appliqué',
      failed: 'non appliqué',
      dropped: 'abandonné',
    },
    progress: {
      reading: 'Lecture de votre fichier',
      applying: 'Application en cours',
      read: 'Le fichier est ouvert…',
      match: 'Ligne {n} sur {of}',
      apply: 'Tout est enregistré en une fois, ou rien ne l’est.',
      waiting: 'Fichiers avant le vôtre : {n}',
      refresh: 'Cette page se recharge d’elle-même.',
      lost: 'Le service ne répond pas. La lecture continue sans cette page : rechargez-la plus tard.',
    },
    refused: {
      heading: 'Ce fichier n’a pas été lu',
      again: 'Envoyer un autre fichier',
      nothing: 'Rien n’a été enregistré.',
    },
    failed: {
      heading: 'Rien n’a été enregistré',
      'no-right':
        'La personne qui a lancé l’application n’est plus membre de cet organisme. Renvoyez le fichier pour recommencer.',
    },
    interrupted:
      'L’application a été interrompue : rien n’en a été enregistré. Vous pouvez la relancer.',
    dropped: {
      heading: 'Liste abandonnée',
      text: 'Ses lignes sont effacées, rien n’a été enregistré.',
    },
    applied: {
      heading: 'C’est fait',
      own: (created: string, changed: string) =>
        `Logiciels déclarés : ${created}. Déclarations mises à jour : ${changed}.`,
      report: (created: string, changed: string) =>
        `Utilisations signalées : ${created}. Mises à jour : ${changed}.`,
      unchanged: (n: string) => `Inchangées, parce que dites entre-temps : ${n}.`,
      asked: (n: string) =>
        `Organismes invités à confirmer par courriel : ${n}. Les autres n’ont pas encore de membre ici.`,
      space: 'Voir l’espace de l’organisme',
      software: 'Voir les utilisateurs du logiciel',
    },
    ready: {
      heading: 'Vérifier avant d’enregistrer',
      found: (lines: string, format: string) => `${lines} lignes lues (${format}).`,
      columns: 'Colonnes reconnues',
      counts: 'Ce qui a été trouvé',
      nothing:
        'Tout ce que dit ce fichier est déjà connu, ou ne peut pas être enregistré : il ne changerait rien.',
      state: 'État de ces logiciels chez vous',
      applyOwn: 'Déclarer les lignes retenues',
      applyReport: (n: string) => `Signaler les ${n} lignes reconnues`,
      save: 'Enregistrer ces choix',
      saved: 'Vos choix sont enregistrés.',
      drop: 'Abandonner cette liste',
      errors: 'Télécharger les lignes à corriger (CSV)',
      undecided: (n: string) =>
        `Lignes qui attendent votre choix : ${n}. Sans choix, elles sont laissées de côté.`,
      unknownNames: (names: string) => `Pas dans le catalogue sous ce nom : ${names}.`,
      show: 'Voir',
      all: 'toutes',
      line: 'Ligne',
      inList: 'Dans votre liste',
      means: 'Dans le catalogue',
      organisation: 'Organisme',
      status: 'Résultat',
      says: 'Ce qui sera enregistré',
      choice: (label: string) => `Ce que veut dire « ${label} »`,
      other: (label: string) => `Autre nom pour « ${label} »`,
      otherShort: 'Autre nom',
      decide: 'À décider',
      leaveOut: 'Ne pas retenir',
      toCheck: 'À vérifier',
      linesHeading: 'Lignes du fichier',
      matchedHeading: 'Reconnus dans le catalogue',
      unknownHeading: 'Pas dans le catalogue',
      unknownText:
        'Logiciels propriétaires, pilotes, modules : le catalogue ne les a pas. S’il s’agit d’un logiciel libre, proposez-le.',
      propose: 'Proposer un logiciel',
      presentHeading: 'Déjà déclarés par votre organisme',
      confirms: 'un tiers le dit déjà ; vous le confirmeriez',
      linesCaption: (page: string) => `Lignes du fichier, ${page}`,
      version: (version: string) => `version ${version}`,
      installations: (n: string) => `postes : ${n}`,
      since: (date: string) => `depuis ${date}`,
    },
    certainty: {
      exact: 'même nom',
      alias: 'autre nom connu',
      package: 'nom de paquet connu',
      near: 'nom proche : à vérifier',
      siren: 'par le SIREN',
      insee: 'par le code INSEE',
      name: 'par le nom et le département',
      update: 'met à jour ce que vous aviez signalé',
      organisation: 'organisme introuvable',
      software: 'logiciel introuvable au catalogue',
      several: 'plusieurs organismes portent ce nom',
      ...lineFaults,
    },
    statuses,
    faults,
    errorFile: {
      line: 'Ligne',
      said: 'Ce que dit la ligne',
      result: 'Résultat',
      why: 'Pourquoi',
      file: 'lignes-a-corriger',
    },
  },
}
