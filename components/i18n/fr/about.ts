/** Pages of plain text, and what is said when something goes wrong. */
export const about = {
  about: {
    title: 'À propos de Mutualibre',
    lead: 'Arles a écrit openElec en 2003 ; d’autres communes s’en servent sans l’avoir payé deux fois. Mutualibre rend cette réutilisation visible et facile.',
    sections: [
      {
        heading: 'Ce que l’on y trouve',
        text: [
          'Les logiciels libres qui servent aux métiers d’une collectivité, décrits avec nos mots ; qui les utilise, ligne à ligne ; et les attributions du label Territoire Numérique Libre que des documents publics attestent.',
          'N’entrent au catalogue que des logiciels dont la licence est approuvée par la Free Software Foundation ou par l’Open Source Initiative.',
        ],
      },
      {
        heading: 'Ce que valent les chiffres',
        text: [
          'Une utilisation est une ligne : un organisme, un logiciel, un état, et qui le dit. Elle est « signalée » tant que la parole vient d’un tiers (éditeur, opérateur, document publié) et « confirmée » quand l’organisme lui-même l’a dite. Les nombres montrés sont comptés sur ces lignes, jamais saisis.',
          'Les estimations d’un éditeur (« environ mille communes ») sont montrées à part, avec leur source, et ne s’ajoutent à rien.',
          'Un document daté dit ce qui était vrai à sa date. Une absence ne prouve rien.',
        ],
      },
      {
        heading: 'D’où viennent les données',
        text: [
          'Communes, intercommunalités, départements et régions : découpage administratif publié par Etalab (INSEE, DGCL, La Poste), Licence Ouverte. Logiciels : dépôts des projets, SILL (DINUM, Licence Ouverte 2.0), documentation publique ; chaque fait porte une marque « source » qui ouvre son document.',
          'Une erreur ? Les fichiers de référence sont lisibles et corrigeables dans le dépôt du projet.',
        ],
      },
      {
        heading: 'Réutiliser',
        text: [
          'Le code est libre, sous licence AGPL-3.0-or-later. Les textes rédigés pour le catalogue sont sous Licence Ouverte 2.0.',
        ],
      },
    ],
  },
  legal: {
    title: 'Mentions légales',
    lead: 'Ce que la loi demande de dire, et ce que ce site garde de vous : rien que vous n’écriviez vous-même, ou que votre fournisseur d’identité n’en dise.',
    sections: [
      {
        heading: 'Éditeur et hébergeur',
        text: [
          'Ce site est une instance du logiciel libre Mutualibre. L’organisme qui l’exploite et son hébergeur doivent être nommés ici avant toute ouverture au public (loi n° 2004-575 du 21 juin 2004, article 1-1).',
        ],
      },
      {
        heading: 'Données personnelles',
        text: [
          'Le catalogue publié ne contient aucune donnée personnelle, sauf ce qu’un agent y a écrit pour être joint. Lire le site ne pose aucun cookie ; il ne mesure pas l’audience et ne transmet rien à des tiers.',
          'Une demande de logiciel ne contient de donnée personnelle que si l’on y en écrit : ni nom ni courriel n’y sont demandés, et rien de l’appareil ni du réseau n’y est joint. Elle n’est pas publiée ; les personnes qui tiennent le catalogue la lisent. Son texte est gardé jusqu’à ce qu’elle soit traitée, puis effacé de la base ; n’en restent que le numéro, la date, la langue, la fonction et le type d’organisme choisis. Les sauvegardes que l’exploitant a faites entre-temps le gardent aussi longtemps qu’elles.',
          'Pour borner le nombre de recherches et d’envois, le service retient l’adresse réseau en mémoire, une minute après une recherche, une heure après un envoi ; il ne l’écrit nulle part.',
          'Vos cinq dernières recherches restent dans votre navigateur, sur cet appareil : leur liste n’est jamais envoyée. Pour l’effacer, ouvrez le champ de recherche vide et choisissez « Effacer ces recherches ».',
        ],
      },
      {
        heading: 'Si vous avez un compte',
        text: [
          'Le responsable du traitement est l’organisme qui exploite ce site. Il garde ces données pour que des collectivités disent elles-mêmes ce qu’elles utilisent, et que l’on sache de qui vient chaque parole : c’est une mission d’intérêt public (RGPD, article 6, 1, e).',
          'Le compte : votre adresse de courriel, votre nom si vous le donnez, votre langue, vos rôles, vos organismes et ce qui vous y rattache (domaine de l’adresse, SIRET donné par votre fournisseur d’identité, invitation, décision de la modération). Il est gardé jusqu’à ce que vous le supprimiez. Votre nom et votre adresse ne sont vus que des membres de vos organismes, de la modération et de l’administration.',
          'Les connexions : leur date et le navigateur qu’elles nomment, 14 jours. Un lien de connexion : 15 minutes. Une invitation : 14 jours pour servir, effacée 90 jours après. Une demande de rattachement et son message : jusqu’à 90 jours après la décision.',
          'Les courriels : l’adresse, l’objet et le texte sont effacés de la base dès l’envoi ; n’en reste, 90 jours, que la trace qu’il y en a eu un. Rien n’y mesure si vous les lisez.',
          'Les fichiers que vous envoyez : leur contenu n’est gardé que le temps d’être lu ; leurs lignes, 90 jours. Un témoignage : aussi longtemps que l’utilisation dont il parle, sans votre nom. Un message à une collectivité : effacé dès l’envoi ; que vous lui avez écrit, une semaine.',
          'Une candidature au label : le nom, la fonction et le courriel des deux personnes qui la portent, les réponses et les pièces, lus par les membres de l’organisme et, une fois déposée, par qui organise le millésime et les jurés à qui elle est confiée. Elle est gardée avec le millésime, même si le compte de qui l’a écrite est supprimé ; les deux noms ne sont publiés avec le résultat que si ces personnes l’acceptent. Les notes d’un juré partent avec son compte. Tant qu’une réponse n’a pas été enregistrée, une copie en reste dans votre navigateur.',
          'Un prestataire : ses membres, leur rôle, et qui a demandé ou répondu à une référence, vus des membres du prestataire, de la modération et de l’administration ; rien n’en est publié. Une invitation à tenir sa page n’est gardée nulle part : le lien du courriel la porte, 14 jours.',
          'Ce que vous faites (déclarer, confirmer, décider) est écrit au journal du service sous un identifiant. Quand le compte est supprimé, cet identifiant ne mène plus à personne ; les déclarations de votre organisme restent, sans vous.',
          'Deux cookies, sans lesquels la connexion ne marche pas, ne sont posés que si vous vous connectez : la session (14 jours), et le temps de la connexion, l’adresse à laquelle le lien est parti ou l’échange avec votre fournisseur d’identité (15 minutes au plus). Ni publicité, ni mesure.',
          'Un projet ajouté ou une fiche revendiquée : qui l’a fait, ce qui a été écrit et lu du dépôt, jusqu’à ce que la modération ait décidé, ou 90 jours si un brouillon n’est pas repris ; ensuite n’en reste que le lien avec le compte, effacé avec lui. Les contacts qu’un publiccode.yml nomme sont gardés tant que le dépôt les dit, pour l’éditeur et la modération seuls : ils ne sont ni publiés ni exportés.',
          'Une demande de contact à un éditeur : votre message et votre adresse lui sont envoyés par courriel, comme le formulaire le dit ; la demande est vue des membres de l’éditeur et oubliée après 400 jours. Les membres d’un éditeur sont vus de ses membres et de l’administration. Un besoin, un appel à mutualisation et les participations sont publics au nom d’un organisme, jamais d’une personne.',
          'Vos droits : lire et emporter vos données, les corriger, supprimer le compte, terminer une connexion se font à la page « Mon compte », sans rien demander à personne. Pour limiter un traitement ou vous y opposer, écrivez à l’exploitant ; vous pouvez aussi saisir la CNIL (www.cnil.fr).',
        ],
      },
      {
        heading: 'Propriété intellectuelle',
        text: [
          'Code : AGPL-3.0-or-later. Textes et compilation : Licence Ouverte 2.0. Les noms de logiciels et du label Territoire Numérique Libre appartiennent à leurs titulaires ; Mutualibre n’est pas le site officiel du label.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Déclaration d’accessibilité',
    lead: 'État de conformité au RGAA 4.1 : non conforme, faute d’audit. Voici ce qui a été fait et ce qui reste à faire.',
    sections: [
      {
        heading: 'Ce qui est vérifié',
        text: [
          'Chaque page passe, à chaque modification, les contrôles automatiques d’axe (WCAG 2.2 A et AA) en français et en anglais, en clair et en sombre, sans aucune erreur. Les parcours principaux sont essayés au clavier seul et sans JavaScript. Chaque carte a son tableau.',
        ],
      },
      {
        heading: 'Ce qui manque',
        text: [
          'Aucun audit complet des 106 critères du RGAA n’a été mené par une personne extérieure, ni d’essai avec des lecteurs d’écran par leurs utilisateurs. C’est pourquoi le site se déclare non conforme.',
        ],
      },
      {
        heading: 'Signaler une difficulté',
        text: [
          'Écrivez à l’exploitant de ce site, nommé dans les mentions légales. Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits (www.defenseurdesdroits.fr).',
        ],
      },
    ],
  },
  notFound: {
    title: 'Page introuvable',
    text: (path: string) => `L’adresse ${path} ne mène à rien ici.`,
    near: 'Peut-être cherchiez-vous :',
    search: 'Chercher dans le catalogue',
    home: 'Revenir à l’accueil',
  },
  error: {
    title: 'Le service a rencontré un problème',
    text: 'Ce n’est pas de votre fait, et rien de ce que vous avez fait n’est perdu ailleurs. Réessayez dans un instant.',
    reference: (digest: string) => `Référence à donner si cela dure : ${digest}`,
    retry: 'Réessayer',
  },
  health: {
    title: 'État du service',
    ok: 'Tout fonctionne.',
    caption: 'Ce que le service contient',
    rows: {
      software: 'Logiciels',
      organisations: 'Organismes',
      uses: 'Utilisations connues',
      indexed: 'Documents dans l’index',
      lag: 'Changements à indexer',
      lastError: 'Dernière panne de Meilisearch',
      engine: 'Moteur de recherche',
      dataset: 'Données',
    },
    engines: { fts5: 'SQLite FTS5 (intégré)', meilisearch: 'Meilisearch' },
    circuits: { closed: 'répond', open: 'ne répond pas', 'half-open': 'à l’essai' },
    reasons: {
      slow: 'trop lent',
      unreachable: 'injoignable',
      refused: 'demande refusée',
      unusable: 'inutilisable : voir le journal du serveur',
      failed: 'échec : voir le journal du serveur',
    },
    datasets: { real: 'réelles', demo: 'simulées (démonstration)', bench: 'fabriquées (mesure)' },
  },
}
