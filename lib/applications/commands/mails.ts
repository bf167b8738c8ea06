import { momentInWords } from '#lib/day.ts'
/** What a mail tells of a dossier. */
export type Told =
  | { kind: 'opened'; reopened: boolean }
  | { kind: 'validation-asked'; token: string; until: Date }
  | { kind: 'validated'; by: string }
  | { kind: 'sent-back'; by: string; comment: string }
  | { kind: 'submitted'; at: Date; sha256: string }
  | { kind: 'more-requested'; what: string; until: Date }
  | { kind: 'withdrawn' }

interface Place {
  organisation: string
  edition: number
  /** The page of the dossier. */
  space: string
  /** The address of the site in the reader's language. */
  site: string
}

const moment = (locale: 'fr' | 'en', at: Date) => momentInWords(locale, at, 'medium')

const SIGNED = {
  fr: 'Mutualibre, le catalogue des logiciels libres des collectivités',
  en: 'Mutualibre, the catalogue of free software in French public bodies',
}
const HELLO = { fr: 'Bonjour,', en: 'Hello,' }

/** A mail about a dossier, in the language of its reader. */
export function labelMail(
  locale: 'fr' | 'en',
  told: Told,
  place: Place,
): { subject: string; body: string } {
  const { subject, paragraphs } = (locale === 'fr' ? french : english)(told, place)
  return { subject, body: [HELLO[locale], ...paragraphs, SIGNED[locale]].join('\n\n') }
}

function french(told: Told, { organisation, edition, space, site }: Place) {
  const dossier = `la candidature de ${organisation} au millésime ${edition}`
  const subject = (words: string) => `${organisation}, label ${edition} : ${words}`
  const page = `La page de la candidature :\n\n${space}`
  switch (told.kind) {
    case 'opened':
      return {
        subject: subject(`candidature ${told.reopened ? 'reprise' : 'ouverte'}`),
        paragraphs: [
          `${told.reopened ? 'Un membre de votre organisme a repris' : 'Un membre de votre organisme a ouvert'} ${dossier}. Tous les membres peuvent la préparer.`,
          page,
        ],
      }
    case 'validation-asked':
      return {
        subject: subject('votre validation est demandée'),
        paragraphs: [
          `Vous êtes l’élu référent de ${dossier}. Ceux qui la préparent vous demandent de la relire, puis de la valider ou de la renvoyer avec vos remarques.`,
          `Ouvrez ce lien, sans vous connecter. Il est à vous seul : ne le transmettez pas. Il sert une fois, jusqu’au ${moment('fr', told.until)}, et rien n’est validé tant que vous n’avez pas appuyé sur le bouton de la page :`,
          `${site}/label/valider?lien=${told.token}`,
        ],
      }
    case 'validated':
      return {
        subject: subject('candidature validée par l’élu référent'),
        paragraphs: [
          `${told.by} a validé ${dossier} telle qu’elle est. Elle n’est pas encore déposée : il reste à le faire avant la clôture. La modifier demandera une nouvelle validation.`,
          page,
        ],
      }
    case 'sent-back':
      return {
        subject: subject('l’élu référent renvoie la candidature'),
        paragraphs: [`${told.by} renvoie ${dossier} avec cette remarque :`, told.comment, page],
      }
    case 'submitted':
      return {
        subject: subject('candidature déposée'),
        paragraphs: [
          `C’est déposé : ${dossier}, le ${moment('fr', told.at)} (heure de Paris). Ce qui est déposé est figé, avec les utilisations qui l’appuient.`,
          `Son empreinte SHA-256 :\n\n${told.sha256}`,
          page,
        ],
      }
    case 'more-requested':
      return {
        subject: subject('des compléments sont demandés'),
        paragraphs: [
          `Ceux qui organisent le millésime demandent des compléments à ${dossier} :`,
          told.what,
          `Complétez, faites valider de nouveau par l’élu référent, puis déposez avant le ${moment('fr', told.until)} (heure de Paris).`,
          page,
        ],
      }
    case 'withdrawn':
      return {
        subject: subject('candidature retirée'),
        paragraphs: [
          `Un membre de votre organisme a retiré ${dossier}. Elle ne sera pas examinée. Tant que le millésime est ouvert, elle peut être reprise.`,
          page,
        ],
      }
  }
}

function english(told: Told, { organisation, edition, space, site }: Place) {
  const dossier = `the application of ${organisation} for edition ${edition}`
  const subject = (words: string) => `${organisation}, label ${edition}: ${words}`
  const page = `The page of the application:\n\n${space}`
  switch (told.kind) {
    case 'opened':
      return {
        subject: subject(`application ${told.reopened ? 'taken up again' : 'opened'}`),
        paragraphs: [
          `A member of your organisation has ${told.reopened ? 'taken up' : 'opened'} ${dossier}. All its members can prepare it.`,
          page,
        ],
      }
    case 'validation-asked':
      return {
        subject: subject('you are asked to validate'),
        paragraphs: [
          `You are the elected official who vouches for ${dossier}. Those who prepare it ask you to read it, then to validate it or to send it back with your remarks.`,
          `Open this link; there is no need to sign in. It is yours alone: do not pass it on. It works once, until ${moment('en', told.until)}, and nothing is validated before you press the button of the page:`,
          `${site}/label/valider?lien=${told.token}`,
        ],
      }
    case 'validated':
      return {
        subject: subject('application validated'),
        paragraphs: [
          `${told.by} has validated ${dossier} as it stands. It is not submitted yet: that is left to do before closing. Changing it will need another validation.`,
          page,
        ],
      }
    case 'sent-back':
      return {
        subject: subject('application sent back'),
        paragraphs: [`${told.by} sends ${dossier} back with this remark:`, told.comment, page],
      }
    case 'submitted':
      return {
        subject: subject('application submitted'),
        paragraphs: [
          `It is submitted: ${dossier}, on ${moment('en', told.at)} (Paris time). What is submitted is frozen, with the uses that back it.`,
          `Its SHA-256:\n\n${told.sha256}`,
          page,
        ],
      }
    case 'more-requested':
      return {
        subject: subject('more is requested'),
        paragraphs: [
          `The organisers of the edition ask for more in ${dossier}:`,
          told.what,
          `Complete it, have it validated again, then submit it before ${moment('en', told.until)} (Paris time).`,
          page,
        ],
      }
    case 'withdrawn':
      return {
        subject: subject('application withdrawn'),
        paragraphs: [
          `A member of your organisation has withdrawn ${dossier}. It will not be examined. As long as the edition is open, it can be taken up again.`,
          page,
        ],
      }
  }
}
