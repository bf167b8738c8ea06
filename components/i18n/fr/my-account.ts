/** The page of one's own account. */
export const myAccount = {
  myAccount: {
    title: 'Mon compte',
    address: (email: string) =>
      `Votre adresse : ${email}. Elle ne change pas ; pour une autre, faites un autre compte.`,
    done: {
      profil: 'C’est enregistré.',
      session: 'La connexion est terminée.',
      autres: 'Vos autres connexions sont terminées.',
      quitte: 'Vous avez quitté l’organisme. Ce que vous avez déclaré pour lui reste.',
    },
    profile: 'Nom et langue',
    name: 'Votre nom',
    nameHint:
      'Facultatif, 80 caractères au plus. Il n’est vu que des membres de vos organismes et de la modération.',
    language: 'La langue des courriels',
    languageHint: 'Celle des pages suit leur adresse.',
    languages: { fr: 'français', en: 'anglais (English)' },
    save: 'Enregistrer',
    memberships: 'Ce que vous êtes, et d’où cela vient',
    overallRole: (role: string) => `Sur tout le catalogue : ${role}, donné par l’administration.`,
    membership: (name: string, role: string, date: string) =>
      `${name} : ${role}, depuis le ${date}`,
    noMembership: 'Vous n’êtes rattaché à aucun organisme.',
    join: 'Rejoindre un organisme',
    leave: 'Quitter',
    leaveOf: (name: string) => `Quitter ${name}`,
    sessions: 'Vos connexions',
    sessionsText: 'Chacune dure 14 jours. Si vous n’en reconnaissez pas une, terminez-la.',
    session: (device: string, date: string, end: string) =>
      `${device}, ouverte le ${date}, jusqu’au ${end}`,
    unknownDevice: 'un appareil inconnu',
    here: 'celle-ci',
    endSession: 'Terminer',
    endSessionOf: (what: string) => `Terminer la connexion : ${what}`,
    endOthers: 'Terminer les autres',
    data: 'Vos données',
    dataText:
      'Tout ce que le service garde de vous, dans un fichier JSON : le compte, les organismes, les demandes, les connexions, ce que vous avez déclaré.',
    download: 'Télécharger mes données',
    durations: 'Ce qui est gardé, et combien de temps',
    remove: 'Supprimer mon compte',
    removeText:
      'Le compte, votre nom, votre adresse, vos connexions et vos rattachements sont effacés tout de suite et pour toujours. Ce que vous avez déclaré pour un organisme reste, sans votre nom.',
    confirm: (word: string) => `Écrivez ${word} pour confirmer`,
    confirmHint: 'Rien ne permettra de revenir en arrière.',
    removeSubmit: 'Supprimer mon compte',
    removedTitle: 'Compte supprimé',
    removed: 'Votre compte est supprimé',
    removedText:
      'Votre nom et votre adresse ne sont plus dans la base. Les sauvegardes que l’exploitant a déjà faites les gardent aussi longtemps qu’elles.',
    removedHome: 'Revenir au catalogue',
  },
}
