import type { RequestFault } from '#lib/moderation/schema.ts'

const faults: Record<RequestFault, string> = {
  'asked-missing': 'Écrivez ce que vous cherchez : quelques mots suffisent.',
  'asked-short': 'Écrivez deux caractères au moins.',
  'asked-long':
    'C’est trop long : 200 caractères au plus. Le détail a sa place dans le champ suivant.',
  'need-long': 'C’est trop long : 2\u202f000 caractères au plus.',
  'function-unknown': 'Choisissez une fonction de la liste, ou aucune.',
  'kind-unknown': 'Choisissez un type d’organisme de la liste, ou aucun.',
}

/** Asking for a software that the catalogue lacks. */
export const ask = {
  ask: {
    title: 'Demander un logiciel',
    description:
      'Dire quel logiciel libre manque au catalogue, pour quelle fonction et pour quel type d’organisme.',
    heading: 'Demander un logiciel qui manque',
    lead: 'Vous n’avez pas trouvé ? Dites-le : un besoin que plusieurs collectivités partagent est le début d’un logiciel commun.',
    what: 'Ce que devient votre demande',
    whatRead:
      'Les personnes qui tiennent le catalogue la lisent et cherchent un logiciel libre qui y réponde. Rien n’en est publié.',
    whatPersonal:
      'Ni nom ni courriel ne vous sont demandés : n’en écrivez pas. Personne ne pourra donc vous répondre ; revenez voir la fonction dans le catalogue.',
    whatKept: 'Le texte est effacé quand la demande est traitée.',
    legal: 'Données personnelles : les mentions légales',
    form: {
      asked: 'Que cherchez-vous ?',
      askedHint: 'Un nom de logiciel, un usage. De 2 à 200 caractères, obligatoire.',
      need: 'Que doit-il faire ?',
      needHint: 'Facultatif, 2\u202f000 caractères au plus. N’y mettez ni nom ni courriel.',
      function: 'Pour quelle fonction ?',
      functionNone: 'Je ne sais pas, ou aucune',
      organisationKind: 'Quel type d’organisme le demande ?',
      kindNone: 'Je préfère ne pas le dire',
      optional: 'Facultatif.',
      trap: 'Ne rien écrire ici',
      submit: 'Envoyer la demande',
      sending: 'Envoi…',
      wrong: 'La demande n’est pas partie',
      mend: 'Corrigez ce qui suit, puis envoyez de nouveau. Rien de ce que vous avez écrit n’est perdu.',
      failed:
        'Le service n’a pas répondu, ou trop de demandes sont venues de votre réseau en une heure. Rien de ce que vous avez écrit n’est perdu : réessayez plus tard, sans fermer cette page.',
      faults,
    },
    sentTitle: 'Demande envoyée',
    sentHeading: 'Votre demande est enregistrée',
    reference: (n: string) => `Référence : demande n° ${n}`,
    sentText:
      'Elle sera lue par les personnes qui tiennent le catalogue. Gardez ce numéro si vous voulez leur en parler.',
    next: 'Et maintenant',
    nextFunction: (name: string) => `Voir la fonction « ${name} »`,
    nextFunctions: 'Parcourir les métiers',
    nextAgain: 'Demander un autre logiciel',
  },
}
