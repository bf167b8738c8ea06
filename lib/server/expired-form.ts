import type { IncomingMessage, ServerResponse } from 'node:http'
import { openDatabase } from '#db/client.ts'
import { sessionIsLive } from '#lib/accounts/queries.ts'

/** A form longer than this is a file: its reader chooses it again. */
const LONGEST = 1_048_576

export interface ExpiredForms {
  /** Whether the request may go on; where not, it has been answered. */
  admit(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  close(): void
}

/**
 * Answers a form of the members' pages that comes, without scripts, from someone who is not signed in any
 * more. Its page would lead them to the sign-in and lose what they wrote: here it is kept in the answer,
 * to be sent again once they have signed in in another tab.
 */
export function expiredForms(file: string): ExpiredForms {
  const db = openDatabase(file)
  return {
    async admit(request, response) {
      const { method, url = '/', headers } = request
      const type = headers['content-type'] ?? ''
      const [path = ''] = url.split('?')
      if (method !== 'POST' || !/^(\/en)?\/espace(\/|$)/.test(path)) return true
      if (headers['next-action'] !== undefined || !type.startsWith('multipart/form-data'))
        return true
      if (Number(headers['content-length']) > LONGEST) return true
      const token = tokenOf(headers.cookie ?? '')
      if (token !== undefined && sessionIsLive({ db }, token, new Date())) return true
      const form = await formOf(request, type)
      response.statusCode = 403
      response.setHeader('Cache-Control', 'no-store')
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(pageOf(url, path, form))
      return false
    },
    close: () => void db.$client.close(),
  }
}

/** What a browser holds of a session; whether it is signed as ours is for the sign-in to say. */
function tokenOf(cookie: string): string | undefined {
  const value = cookie.match(/(?:^|;\s*)(?:__Secure-)?mutualibre\.session_token=([^;]+)/)?.[1]
  return value?.split(/\.|%2E/i)[0]
}

async function formOf(request: IncomingMessage, type: string): Promise<FormData> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return new Response(Buffer.concat(chunks), { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => new FormData())
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function pageOf(url: string, path: string, form: FormData): string {
  const english = path.startsWith('/en/')
  const t = english ? WORDS.en : WORDS.fr
  const signIn = `${english ? '/en' : ''}/connexion?${new URLSearchParams({ suite: url })}`
  const fields = [...form].map(([name, value]) =>
    typeof value === 'string'
      ? `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`
      : `<p><label>${t.file} <input type="file" name="${escaped(name)}"></label></p>`,
  )
  // What was typed by a person, for them to see that it is there.
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && !/^\$|^locale$/.test(name)
      ? [`<li>${escaped(value)}</li>`]
      : [],
  )
  return `<!doctype html><html lang="${english ? 'en' : 'fr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${t.title} — Mutualibre</title></head>
<body><main><h1>${t.title}</h1><p>${t.text}</p>
<p><a href="${escaped(signIn)}" target="_blank" rel="noopener">${t.signIn}</a></p>
<form method="post" enctype="multipart/form-data" action="${escaped(url)}">${fields.join('\n')}
<p><button>${t.again}</button></p></form>
${typed.length > 0 ? `<h2>${t.typed}</h2><ul>${typed.join('')}</ul>` : ''}</main></body></html>`
}

const WORDS = {
  fr: {
    title: 'Votre connexion a expiré',
    text: 'Rien n’est perdu de ce que vous avez écrit : cette page le garde. Connectez-vous dans un autre onglet, puis revenez ici et envoyez de nouveau.',
    signIn: 'Se connecter dans un autre onglet',
    again: 'Envoyer de nouveau',
    file: 'Choisissez de nouveau le fichier :',
    typed: 'Ce que vous avez écrit',
  },
  en: {
    title: 'You are not signed in any more',
    text: 'Nothing of what you wrote is lost: this page keeps it. Sign in in another tab, then come back here and send again.',
    signIn: 'Sign in in another tab',
    again: 'Send again',
    file: 'Choose the file again:',
    typed: 'What you wrote',
  },
}
