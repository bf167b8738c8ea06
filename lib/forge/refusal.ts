import { DomainError } from '#lib/errors.ts'
import type { ForgeFault } from './reading.ts'

/** Why each fault is one and what to do, to the publisher, in French and in English. */
const SENTENCES: Record<ForgeFault, (host: string) => [fr: string, en: string]> = {
  'address-not-an-address': () => [
    'Ce n’est pas l’adresse d’un dépôt. Collez celle de sa page, par exemple https://gitlab.adullact.net/ville/cimetiere.',
    'This is not the address of a repository. Paste that of its page, for example https://gitlab.adullact.net/ville/cimetiere.',
  ],
  'address-scheme': () => [
    'Nous lisons les dépôts publics par https seulement. Donnez l’adresse qui commence par https://.',
    'We read public repositories over https alone. Give the address that starts with https://.',
  ],
  'address-has-password': () => [
    'Cette adresse contient un identifiant ou un jeton. Retirez-le (et révoquez-le s’il est secret) : nous lisons ce qui est public.',
    'This address contains a user name or a token. Take it away (and revoke it if it is secret): we read what is public.',
  ],
  'address-private': (host) => [
    `${host} désigne une machine d’un réseau privé, que nous n’atteignons pas. Donnez l’adresse publique de la forge.`,
    `${host} is a machine of a private network, which we do not reach. Give the public address of the forge.`,
  ],
  'address-is-a-page': () => [
    'C’est la page d’une forge, d’un groupe ou d’une personne, pas celle d’un dépôt. Ouvrez le dépôt et collez l’adresse de sa page.',
    'This is the page of a forge, a group or a person, not that of a repository. Open the repository and paste the address of its page.',
  ],
  'redirect-private': (host) => [
    `${host} renvoie vers une machine d’un réseau privé, que nous n’atteignons pas. Donnez l’adresse publique du dépôt.`,
    `${host} redirects to a machine of a private network, which we do not reach. Give the public address of the repository.`,
  ],
  'name-unknown': (host) => [
    `Le nom ${host} n’existe pas. Vérifiez l’adresse, lettre par lettre.`,
    `The name ${host} does not exist. Check the address, letter by letter.`,
  ],
  'host-silent': (host) => [
    `${host} n’a pas répondu à temps. Réessayez plus tard ; si cela dure, voyez avec ceux qui tiennent cette forge.`,
    `${host} did not answer in time. Try again later; if it goes on, see those who run this forge.`,
  ],
  'host-refuses': (host) => [
    `${host} refuse la connexion. Réessayez plus tard ; si cela dure, voyez avec ceux qui tiennent cette forge.`,
    `${host} refuses the connection. Try again later; if it goes on, see those who run this forge.`,
  ],
  certificate: (host) => [
    `Le certificat de ${host} n’est pas valable (expiré, ou au nom d’un autre). Ceux qui tiennent cette forge doivent le renouveler ; le dépôt sera relu ensuite.`,
    `The certificate of ${host} is not valid (expired, or in the name of another). Those who run this forge must renew it; the repository will be read again then.`,
  ],
  'not-found-or-private': (host) => [
    `${host} ne montre pas de dépôt à cette adresse : il n’existe pas, ou il n’est pas public. Vérifiez l’adresse, ou rendez le dépôt public.`,
    `${host} shows no repository at this address: there is none, or it is not public. Check the address, or make the repository public.`,
  ],
  'not-git': (host) => [
    `${host} répond, mais pas comme un dépôt git. Collez l’adresse que la forge donne pour cloner le dépôt.`,
    `${host} answers, but not as a git repository. Paste the address that the forge gives to clone the repository.`,
  ],
  'too-large': () => [
    'Ce dépôt est plus gros que ce que nous lisons, même sans le contenu de ses fichiers. Donnez un dépôt plus petit qui porte le fichier publiccode.yml, ou écrivez-nous.',
    'This repository is larger than what we read, even without the content of its files. Give a smaller repository that holds the file publiccode.yml, or write to us.',
  ],
  'too-slow': (host) => [
    `${host} répond trop lentement pour que ce dépôt soit lu dans le temps que nous y passons. Nous réessaierons.`,
    `${host} answers too slowly for this repository to be read in the time that we spend on it. We will try again.`,
  ],
  empty: () => [
    'Ce dépôt est vide. Envoyez-y un premier commit, puis réessayez.',
    'This repository is empty. Push a first commit to it, then try again.',
  ],
  'git-missing': () => [
    'Ce serveur n’a pas git, sans quoi il ne lit aucun dépôt. Ceux qui le tiennent doivent l’installer (paquet git).',
    'This server has no git, without which it reads no repository. Those who run it must install it (package git).',
  ],
  'server-fault': (host) => [
    `${host} a répondu par une erreur. Réessayez plus tard ; si cela dure, voyez avec ceux qui tiennent cette forge.`,
    `${host} answered with an error. Try again later; if it goes on, see those who run this forge.`,
  ],
  unexpected: () => [
    'Nous n’avons pas su lire ce dépôt, et c’est de notre fait : l’erreur est au journal du service. Rien n’est perdu ; nous réessaierons.',
    'We could not read this repository, and it is our doing: the error is in the log of the service. Nothing is lost; we will try again.',
  ],
}

/** The sentence of a fault, as a page shows it long after the visit. */
export function faultSentence(fault: ForgeFault, host: string): { fr: string; en: string } {
  const [fr, en] = SENTENCES[fault](host)
  return { fr, en }
}

/** A repository was not read, and why: its sentences are for the publisher. */
export class ForgeRefusal extends DomainError {
  readonly code = 'forge-refusal'
  readonly fault: ForgeFault
  /** What git or the network said, for the log alone: it may hold anything. */
  readonly detail: string

  constructor(fault: ForgeFault, host = '', detail = '') {
    const { fr, en } = faultSentence(fault, host || 'La forge')
    super(fr, host ? en : en.replace(/^La forge/, 'The forge'))
    this.fault = fault
    this.detail = detail
  }
}
