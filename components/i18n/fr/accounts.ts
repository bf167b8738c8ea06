import type { AccountFault } from '#lib/accounts/schema.ts'

const faults: Record<AccountFault, string> = {
  'email-missing': 'Écrivez une adresse de courriel.',
  'email-wrong': 'Ce n’est pas une adresse de courriel : elle s’écrit nom@domaine.fr.',
  'name-long': 'C’est trop long : 80 caractères au plus.',
  'message-long': 'C’est trop long : 1\u202f000 caractères au plus.',
  'role-unknown': 'Choisissez un rôle de la liste.',
  'locale-unknown': 'Choisissez une langue de la liste.',
  'confirmation-wrong': 'Écrivez exactement le mot demandé.',
}

/** Signing in, and what every form of the members' pages says. */
export const accounts = {
  accounts: {
    faults,
    form: {
      wrong: 'Cela n’a pas abouti',
      mend: 'Corrigez ce qui suit, puis envoyez de nouveau. Rien de ce que vous avez écrit n’est perdu.',
      failed:
        'Le service n’a pas répondu, ou trop d’envois sont venus de votre réseau en une heure. Rien de ce que vous avez écrit n’est perdu : réessayez plus tard, sans fermer cette page.',
      sending: 'Envoi…',
      signIn: 'Se connecter dans un autre onglet',
    },
    header: { signIn: 'Se connecter', space: 'Mon espace' },
    roles: { member: 'membre', manager: 'gestionnaire' },
    overallRoles: {
      moderator: 'modération du catalogue',
      'label-organiser': 'organisation du label',
      juror: 'jury du label',
      administrator: 'administration',
    },
    how: {
      domain: 'votre adresse est dans un domaine vérifié de cet organisme',
      'provider-claim': 'votre fournisseur d’identité en donne le SIRET',
      invitation: 'un gestionnaire vous a invité',
      moderator: 'la modération a accepté votre demande',
      server: 'l’exploitant du service vous y a mis',
    },
    signIn: {
      title: 'Se connecter',
      lead: 'Pour dire ce que votre collectivité utilise. Lire le catalogue ne demande aucun compte.',
      byMail: 'Par courriel',
      email: 'Votre adresse de courriel',
      emailHint:
        'Obligatoire. De préférence celle de votre travail : elle peut suffire à vous rattacher à votre collectivité.',
      how: 'Il n’y a pas de mot de passe : un lien vous est envoyé. Il sert une fois, dans les 15 minutes. Le compte est fait à la première connexion.',
      submit: 'Recevoir un lien',
      byProvider: 'Avec un compte que vous avez déjà',
      provider: (name: string) => `Se connecter avec ${name}`,
      legal: 'Ce que le site garde de vous',
      already: (email: string) => `Vous êtes connecté avec l’adresse ${email}.`,
      goOn: 'Continuer',
      signOut: 'Se déconnecter',
      providerWrong: 'La connexion n’a pas abouti',
      providerDenied: 'Vous l’avez arrêtée chez votre fournisseur d’identité.',
      providerFailed:
        'Votre fournisseur d’identité n’a pas répondu, n’a pas donné d’adresse de courriel vérifiée, ou la connexion a pris trop de temps. Recommencez depuis cette page.',
    },
    sent: {
      title: 'Lien envoyé',
      heading: 'Regardez vos courriels',
      to: (email: string) => `Un lien de connexion part à l’adresse ${email}.`,
      toSomeone: 'Un lien de connexion part à l’adresse que vous avez donnée.',
      open: 'Ouvrez-le dans les 15 minutes, sur cet appareil ou un autre, puis appuyez sur le bouton de la page. Vous pouvez fermer celle-ci.',
      nothing:
        'Rien ne vient après quelques minutes ? Regardez les indésirables, vérifiez l’adresse, puis demandez un autre lien.',
      again: 'Demander un autre lien',
      folder: 'Ce service n’a pas de serveur de courriel : lire le message ici',
    },
    link: {
      title: 'Confirmer la connexion',
      heading: 'Se connecter à Mutualibre',
      text: 'Le lien du courriel est bon jusqu’à ce que vous appuyiez sur ce bouton ; ensuite il ne sert plus. Ainsi, un programme qui ouvre les liens des courriels avant vous ne l’use pas.',
      submit: 'Me connecter',
      again: 'Demander un autre lien',
    },
    mails: {
      title: 'Courriels de ce service',
      lead: 'Ce service n’a ni adresse publique ni serveur de courriel : ses courriels ne quittent pas cette machine. Ils sont écrits dans un dossier, et montrés ici.',
      empty: 'Aucun courriel pour le moment.',
      to: (address: string) => `À ${address}`,
      signIn: 'Demander un lien de connexion',
    },
  },
}
