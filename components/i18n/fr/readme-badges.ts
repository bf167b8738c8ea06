import { of } from './of.ts'

/** The badges of an entry, and how a README shows them. */
export const readmeBadges = {
  readmeBadges: {
    title: (name: string) => `Badges ${of(name)}`,
    description: (name: string) =>
      `Des images à coller dans le README ${of(name)} : utilisateurs, critères du label, activité.`,
    heading: (name: string) => `Badges ${of(name)}`,
    lead: 'Trois images à une adresse permanente, pour un README ou un site. Chacune dit un fait du catalogue, se met à jour seule et mène aux lignes qui la fondent.',
    short: 'Badges',
    link: 'Badges pour le README',
    kinds: {
      utilisateurs: {
        name: 'Utilisateurs',
        what: 'Combien de collectivités l’utilisent, et combien l’ont dit elles-mêmes.',
        rows: 'Voir les lignes derrière ce badge : qui l’utilise',
      },
      label: {
        name: 'Critères du label',
        what: 'Combien de critères du label Territoire Numérique Libre son usage peut justifier.',
        rows: 'Voir ces critères sur sa fiche',
      },
      activite: {
        name: 'Activité',
        what: 'La dernière version et le dernier commit, lus dans le dépôt : des dates, jamais une note.',
        rows: 'Voir son activité sur sa fiche',
      },
    },
    nothingYet: 'Il n’y a encore rien à en dire : le badge le dit.',
    forms: {
      markdown: {
        label: (badge: string) => `${badge}, en Markdown`,
        hint: 'Pour un fichier README.md.',
      },
      html: { label: (badge: string) => `${badge}, en HTML`, hint: 'Pour une page web.' },
      asciidoc: {
        label: (badge: string) => `${badge}, en AsciiDoc`,
        hint: 'Pour un fichier README.adoc.',
      },
    },
    goodToKnow: 'Bon à savoir',
    notes: [
      'Une copie peut être gardée une heure : un changement met ce temps à paraître, davantage sur une forge qui recopie les images.',
      'Le texte de remplacement dit ce que le badge disait au moment de la copie.',
      'Si la fiche est fusionnée avec une autre, l’adresse du badge y mène.',
      'Ces badges ne sont pas le logo officiel du label, et n’attribuent rien.',
    ],
    back: (name: string) => `Revenir à la fiche ${of(name)}`,
  },
}
