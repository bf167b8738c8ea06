import { of } from './of.ts'

/** What software are to each other, on their pages and where it is declared. */
export const relations = {
  relations: {
    heading: 'Alternatives et logiciels liés',
    declared: 'Ce qui en est dit',
    byFunction: 'Pour le même usage',
    byFunctionLead: 'Ceux du catalogue qui remplissent une même fonction.',
    none: 'Le catalogue ne connaît pas d’autre logiciel libre pour ces fonctions.',
    meanings: {
      alternative: 'Alternative',
      'variant-of': 'Variante de',
      'has-variant': 'A pour variante',
      'works-with': 'Fonctionne avec',
      replaces: 'Remplace',
      'replaced-by': 'Remplacé par',
    },
    said: {
      publisher: 'dit par son éditeur',
      moderator: 'dit par la modération',
      publiccode: 'selon son publiccode.yml',
      server: 'dit par ce site',
    },
    saidElsewhere: {
      publisher: (name: string) => `dit par l’éditeur ${of(name)}`,
      moderator: () => 'dit par la modération',
      publiccode: (name: string) => `selon le publiccode.yml ${of(name)}`,
      server: () => 'dit par ce site',
    },
    compare: 'Comparer',
    compareWith: (name: string, other: string) => `Comparer ${name} et ${other}`,
    compareOthers: 'Le comparer à d’autres logiciels du catalogue',
    edit: 'Déclarer ce qu’est ce logiciel pour d’autres',
    form: {
      title: (name: string) => `Alternatives et logiciels liés à ${name}`,
      heading: (name: string) => `${name} et les autres`,
      lead: (name: string) =>
        `Dites ce qu’est ${name} pour d’autres logiciels du catalogue. Tout le monde le voit, sur les deux fiches, avec qui l’a dit.`,
      said: 'Ce qui est dit',
      saidNone: 'Rien n’est encore dit.',
      takeBack: 'Retirer',
      takeBackOf: (meaning: string, other: string) => `Retirer : ${meaning}, ${other}`,
      fixed: 'Cela vient du fichier publiccode.yml : c’est là que cela se corrige.',
      notYours: 'Dit par d’autres : la modération peut le retirer.',
      add: 'Ajouter un lien',
      kind: 'Ce logiciel…',
      kindHint: 'Une alternative et « fonctionne avec » valent dans les deux sens.',
      kinds: {
        alternative: 'est une alternative à',
        'variant-of': 'est une variante de (même code au départ)',
        'works-with': 'fonctionne avec',
        replaces: 'remplace (prend la suite de)',
      },
      other: 'L’autre logiciel',
      otherHint: 'Son nom, ou l’identifiant de sa fiche : il doit être au catalogue.',
      noteFr: 'Une précision, en français (facultatif)',
      noteEn: 'La même, en anglais (facultatif)',
      noteHint: '300 caractères au plus. Par exemple : ce que l’un fait et l’autre non.',
      submit: 'Publier ce lien',
      wrong: 'Le lien n’a pas été publié',
      done: (other: string) => `C’est dit : le lien avec ${other} se voit sur les deux fiches.`,
      removed: 'Le lien est retiré.',
      back: 'Voir la fiche',
    },
    faults: {
      'other-missing': 'Donnez le nom de l’autre logiciel.',
      'other-unknown':
        'Aucun logiciel du catalogue n’a ce nom. Vérifiez l’orthographe, ou copiez l’identifiant de sa fiche.',
      'other-several':
        'Ce nom peut en désigner plusieurs : donnez le nom exact, ou l’identifiant de sa fiche (la fin de son adresse).',
      kind: 'Choisissez ce qu’est ce logiciel pour l’autre.',
      'note-long': 'Raccourcissez la précision : 300 caractères au plus.',
    },
  },
}
