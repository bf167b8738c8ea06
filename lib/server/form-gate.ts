import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { answerInWords, inTime } from './plain-answer.ts'
import { secondsToWait } from './seconds-to-wait.ts'

const HOUR = 3_600
const KILOBYTE = 1_024
/** Bytes of a form that is too long that are still read, so that its sender is answered. */
const MOST_DROPPED = 512 * 1_024 * KILOBYTE
/** Milliseconds after which nobody is sending any more. */
const SILENCE = 2_000

/** The pages that forms are posted to, without their language: the first that fits counts. */
const FORMS = [
  { name: 'ask', path: /^\/logiciels\/demander$/, anHour: 10, longest: 1_024 * KILOBYTE },
  // Guessing a link or writing to many addresses is what this bounds.
  { name: 'sign-in', path: /^\/connexion(\/lien)?$/, anHour: 20, longest: 64 * KILOBYTE },
  // Each is checked by arithmetic that costs; a file of a megabyte and what goes with it.
  { name: 'verify', path: /^\/label\/verifier$/, anHour: 120, longest: 1_280 * KILOBYTE },
  // Each is read whole and mended, which costs up to seconds; a file of a mebibyte and what goes with it.
  { name: 'publiccode', path: /^\/publiccode$/, anHour: 120, longest: 1_536 * KILOBYTE },
  { name: 'reconfirm', path: /^\/reconfirmer$/, anHour: 60, longest: 64 * KILOBYTE },
  {
    name: 'upload',
    path: /^\/espace\/(collectivites\/[\w-]+\/(importer|signaler)|logiciels\/[\w-]+\/noms\/ajouter)$/,
    anHour: 60,
    longest: 12_288 * KILOBYTE,
  },
  {
    name: 'document',
    path: /^\/espace\/(collectivites\/[\w-]+\/label\/[\w-]+\/documents|besoins\/\d+\/appels\/\d+\/cahier)$/,
    anHour: 240,
    longest: 12_288 * KILOBYTE,
  },
  // Answers are saved as they are typed, and once more when their page is closed: several agents of one
  // town hall, all behind one address, do so for hours.
  {
    name: 'dossier',
    path: /^(\/espace\/collectivites\/[\w-]+\/label\/[\w-]+|\/api\/espace\/reponses)$/,
    anHour: 12_000,
    longest: 1_024 * KILOBYTE,
  },
  { name: 'validate', path: /^\/label\/valider$/, anHour: 60, longest: 64 * KILOBYTE },
  // Each makes the service go out and read a repository; besides, a person has a number of their own.
  {
    name: 'forge',
    path: /^\/espace\/logiciels\/(ajouter|[\w-]+\/revendiquer)$/,
    anHour: 60,
    longest: 64 * KILOBYTE,
  },
  { name: 'account', path: /^\/espace(\/[\w/-]*)?$/, anHour: 1_200, longest: 1_024 * KILOBYTE },
] as const
type Form = (typeof FORMS)[number]

export interface FormGate {
  /** Whether the request may go on; where not, it has been answered. */
  admit(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/**
 * Lets in what reads, and the forms that our own pages post, so many an hour from one address. The rest
 * is answered here: Next would draw the page as if it had been read, or write a stack in the log.
 * @param proxies see clientAddress; @param development Next's own tools post too.
 */
export function formGate({
  proxies,
  development = false,
}: {
  proxies: number
  development?: boolean
}): FormGate {
  const limiters = new Map(
    FORMS.map(({ name, anHour }) => [
      name,
      new RateLimiterMemory({ points: anHour, duration: HOUR }),
    ]),
  )
  return {
    async admit(request, response) {
      const { method = 'GET', headers, url = '/' } = request
      if (method === 'GET' || method === 'HEAD') return true
      if (development && /^\/__?next/.test(url)) return true
      const form = formOf(request)
      if (!form) {
        response.setHeader('Allow', 'GET, HEAD')
        return refused(request, response, 405, NOT_ALLOWED)
      }
      if (isFromElsewhere(request)) return refused(request, response, 403, FROM_ELSEWHERE)
      // Browsers say how long a form is; what does not could be of any length.
      const length = Number(headers['content-length'] ?? Number.NaN)
      if (!(length <= form.longest)) {
        // A browser reads no answer before it has sent all, and takes a closed connection for a fault:
        // what was too long by mistake is read and dropped first. Beyond that it is not worth reading.
        if (length <= MOST_DROPPED) await dropped(request)
        else response.setHeader('Connection', 'close')
        return refused(request, response, 413, tooLong(form))
      }
      const limiter = limiters.get(form.name)
      const seconds = limiter ? await secondsToWait(limiter, request, proxies) : 0
      if (seconds === 0) return true
      response.setHeader('Retry-After', String(seconds))
      return refused(request, response, 429, tooMany(form, seconds))
    },
  }
}

/** Without JavaScript a form comes as multipart; with it, as a call that names its action. */
function formOf({ method, url = '/', headers }: IncomingMessage): Form | undefined {
  const sent =
    method === 'POST' &&
    (headers['next-action'] !== undefined ||
      (headers['content-type'] ?? '').startsWith('multipart/form-data'))
  if (!sent) return undefined
  const path = (url.split('?')[0] ?? '/').replace(/^\/en(?=\/)/, '')
  return FORMS.find((form) => form.path.test(path))
}

/**
 * The rule of Next's server actions, which answers 500 by it: a browser says where a form stands, and
 * that must be the host that was asked, as the proxy in front of us tells it. What says nothing is not a
 * browser that carries someone's session.
 */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const { origin } = headers
  if (origin === undefined) return false
  const forwarded = [headers['x-forwarded-host'] ?? []].flat()[0]?.split(',')[0]?.trim()
  return !URL.canParse(origin) || new URL(origin).host !== (forwarded || headers.host)
}

/** Reads the rest of a request and keeps nothing of it, until its end, its connection's, or a silence. */
function dropped(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const silent = setTimeout(resolve, SILENCE)
    request.on('data', () => silent.refresh())
    const done = () => {
      clearTimeout(silent)
      resolve()
    }
    request.once('end', done).once('close', done).once('error', done)
  })
}

function refused(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: Parameters<typeof answerInWords>[3],
): false {
  answerInWords(request, response, status, words)
  return false
}

const NOT_ALLOWED = {
  fr: {
    title: 'Cette adresse se lit seulement',
    detail: 'Rien ne peut être envoyé à cette adresse. Rien n’a été enregistré.',
  },
  en: {
    title: 'This address can only be read',
    detail: 'Nothing can be sent to this address. Nothing was recorded.',
  },
}

const FROM_ELSEWHERE = {
  fr: {
    title: 'Envoi refusé',
    detail:
      'Ce formulaire a été envoyé depuis un autre site. Rien n’a été enregistré : remplissez celui de Mutualibre.',
  },
  en: {
    title: 'Refused',
    detail: 'This form was sent from another site. Nothing was recorded: fill in ours.',
  },
}

const TOO_LONG = {
  fr: {
    title: 'Envoi trop long',
    detail:
      'Ce que vous envoyez est trop long. Rien n’a été enregistré : revenez en arrière et raccourcissez-le.',
  },
  en: {
    title: 'Too long',
    detail: 'What you sent is too long. Nothing was recorded: go back and shorten it.',
  },
}

const FILE_TOO_LONG = {
  fr: {
    title: 'Fichier trop lourd',
    detail:
      'Ce fichier dépasse 10 Mo. Rien n’a été enregistré : revenez en arrière, gardez-en les seules colonnes utiles ou coupez-le en plusieurs, puis envoyez-les l’un après l’autre.',
  },
  en: {
    title: 'File too large',
    detail:
      'This file is larger than 10 MB. Nothing was recorded: go back, keep only its useful columns or cut it into several, then send them one after the other.',
  },
}

const DOCUMENT_TOO_LONG = {
  fr: {
    title: 'Fichier trop lourd',
    detail:
      'Ce fichier dépasse 10 Mo. Rien n’a été enregistré : revenez en arrière et envoyez-en une version plus légère, ou donnez l’adresse où il est publié.',
  },
  en: {
    title: 'File too large',
    detail:
      'This file is larger than 10 MB. Nothing was recorded: go back and send a lighter version of it, or give the address at which it is published.',
  },
}

function tooLong({ name }: Form) {
  if (name === 'document') return DOCUMENT_TOO_LONG
  return name === 'upload' ? FILE_TOO_LONG : TOO_LONG
}

function tooMany({ anHour }: Form, seconds: number) {
  const wait = inTime(seconds)
  return {
    fr: {
      title: 'Trop d’envois',
      detail: `Plus de ${anHour} envois sont venus de votre réseau en une heure. Celui-ci n’est pas enregistré : revenez en arrière, votre texte y est encore, et réessayez dans ${wait.fr}.`,
    },
    en: {
      title: 'Sent too often',
      detail: `More than ${anHour} forms came from your network within an hour. This one is not recorded: go back, your text is still there, and try again in ${wait.en}.`,
    },
  }
}
