import { inFieldsOf } from './versions.ts'

interface Hint {
  fr: string
  en: string
}

const LIST = 'web, windows, mac, linux, ios, android'

/** What to write for a key that is missing, by its path without languages and positions. */
const HINTS: Readonly<Record<string, Hint>> = inFieldsOf({
  name: { fr: 'le nom du logiciel.', en: 'the software’s name.' },
  url: {
    fr: 'l’adresse https:// du dépôt de code.',
    en: 'the https:// address of the repository.',
  },
  platforms: { fr: `une liste parmi ${LIST}.`, en: `a list of ${LIST}.` },
  releaseDate: {
    fr: 'la date de la dernière version, AAAA-MM-JJ.',
    en: 'the date of the latest release, YYYY-MM-DD.',
  },
  categories: {
    fr: 'une liste de catégories de la norme.',
    en: 'a list of the standard’s categories.',
  },
  developmentStatus: {
    fr: 'concept, development, beta, stable ou obsolete.',
    en: 'concept, development, beta, stable or obsolete.',
  },
  softwareType: {
    fr: 'standalone/web, standalone/desktop, standalone/mobile, standalone/backend, standalone/iot, standalone/other, addon, library ou configurationFiles.',
    en: 'standalone/web, standalone/desktop, standalone/mobile, standalone/backend, standalone/iot, standalone/other, addon, library or configurationFiles.',
  },
  description: {
    fr: 'une langue au moins (fr, en…), avec shortDescription, longDescription et features.',
    en: 'one language at least (fr, en…), with shortDescription, longDescription and features.',
  },
  'description.genericName': {
    fr: 'ce qu’est le logiciel, en 35 caractères.',
    en: 'what the software is, in 35 characters.',
  },
  'description.shortDescription': {
    fr: 'une phrase, 150 caractères au plus.',
    en: 'one sentence, 150 characters at most.',
  },
  'description.longDescription': {
    fr: 'de 150 à 10\u202f000 caractères, dans une langue au moins.',
    en: '150 to 10,000 characters, in one language at least.',
  },
  'description.features': {
    fr: 'une liste de ce que le logiciel permet, dans une langue au moins.',
    en: 'a list of what the software does, in one language at least.',
  },
  'legal.license': {
    fr: 'une expression SPDX, par exemple AGPL-3.0-or-later.',
    en: 'an SPDX expression, such as AGPL-3.0-or-later.',
  },
  'maintenance.type': {
    fr: 'internal, contract, community ou none.',
    en: 'internal, contract, community or none.',
  },
  'maintenance.contacts': {
    fr: 'une liste de personnes (name, email, affiliation), obligatoire si le type est internal ou community.',
    en: 'a list of persons (name, email, affiliation), mandatory when the type is internal or community.',
  },
  'maintenance.contractors': {
    fr: 'une liste d’entreprises (name, until), obligatoire si le type est contract.',
    en: 'a list of companies (name, until), mandatory when the type is contract.',
  },
  'maintenance.contractors.until': {
    fr: 'la date de fin du contrat, AAAA-MM-JJ.',
    en: 'the date when the contract ends, YYYY-MM-DD.',
  },
  'localisation.localisationReady': {
    fr: 'true si le logiciel peut être traduit, false sinon.',
    en: 'true if the software can be translated, false if not.',
  },
  'localisation.availableLanguages': {
    fr: 'une liste de langues, par exemple fr.',
    en: 'a list of languages, such as fr.',
  },
  'organisation.uri': {
    fr: 'l’adresse qui identifie l’organisme.',
    en: 'the address that identifies the body.',
  },
  'supports.id': {
    fr: 'un alias (alias:gdpr) ou une adresse.',
    en: 'an alias (alias:gdpr) or an address.',
  },
})

const OTHER: Hint = { fr: 'remplissez-la.', en: 'fill it in.' }

export const hintOf = (path: string): Hint => HINTS[general(path)] ?? OTHER

/** A path without what differs from file to file: languages and positions. */
export function general(path: string): string {
  return path.replace(/^description\.[^.]+/, 'description').replace(/\.\d+(?=\.|$)/g, '')
}

const DROP: Hint = { fr: 'retirez-la.', en: 'remove it.' }

/** What takes the place of a deprecated key. */
const ADVICE: Readonly<Record<string, Hint>> = inFieldsOf({
  monochromeLogo: { fr: 'retirez-la, logo suffit.', en: 'remove it, logo is enough.' },
  'legal.repoOwner': {
    fr: 'dites l’organisme dans organisation (uri, name).',
    en: 'name the body in organisation (uri, name).',
  },
  it: {
    fr: 'écrivez supports et organisation à sa place.',
    en: 'write supports and organisation instead.',
  },
  IT: {
    fr: 'écrivez supports et organisation à sa place.',
    en: 'write supports and organisation instead.',
  },
})
export const adviceOf = (path: string): Hint => ADVICE[general(path)] ?? DROP
