import { request as ask, createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { formGate } from './form-gate.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

/** A server that answers 200 to what it lets in. */
async function gated(options: Partial<Parameters<typeof formGate>[0]> = {}): Promise<number> {
  const gate = formGate({ proxies: 0, ...options })
  const server = createServer((request, response) => {
    void gate.admit(request, response).then((admitted) => {
      if (admitted) response.end('ok')
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const FORM = '/logiciels/demander'
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' }

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Not `fetch`, which keeps Host and Origin to itself. */
function send(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** Sends so many bytes as a browser does: it reads no answer before it has sent them all. */
function upload(port: number, path: string, size: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunk = Buffer.alloc(1_024 * 1_024, 'a')
    const headers = { ...MULTIPART, 'content-length': String(size) }
    const request = ask({ port, host: '127.0.0.1', path, method: 'POST', headers, agent: false })
    let sent = 0
    const more = () => {
      while (sent < size) {
        sent += chunk.length
        if (!request.write(chunk)) return void request.once('drain', more)
      }
      request.end()
    }
    request.on('error', reject)
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => {
        if (sent < size) reject(new Error(`answered and cut off after ${sent} bytes`))
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    more()
  })
}

describe('what is sent', () => {
  it.each([
    ['the form without JavaScript', FORM, MULTIPART],
    ['the same in English, with what its address asks', `/en${FORM}?nom=GED`, MULTIPART],
    ['the form with JavaScript', FORM, { 'next-action': 'abc', 'content-type': 'text/plain' }],
  ])('is let in: %s', async (_what, path, headers) => {
    expect((await send(await gated(), path, headers)).status).toBe(200)
  })

  it.each([
    ['to another page', '/', MULTIPART],
    ['to a page whose address begins the same', `${FORM}s`, MULTIPART],
    ['to the form, spelt otherwise', '/logiciels/demande%72', MULTIPART],
    ['as an action of another page', '/logiciels', { 'next-action': 'abc' }],
    ['to the form, as no form of ours', FORM, { 'content-type': 'text/plain' }],
    [
      'to the form, as a form of another kind',
      FORM,
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['to the form, as nothing', FORM, {}],
  ])('is refused by 405, in words: %s', async (_what, path, headers) => {
    const answer = await send(await gated(), path, headers)

    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.text).toContain('Rien n’a été enregistré.')
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'is refused by any other method: %s',
    async (method) => {
      expect((await send(await gated(), FORM, MULTIPART, method)).status).toBe(405)
    },
  )

  it.each(['GET', 'HEAD'])('is no matter of what reads: %s', async (method) => {
    const port = await gated()

    for (let n = 0; n < 15; n++) expect((await send(port, FORM, {}, method)).status).toBe(200)
  })

  it('is refused to programs as problem details, and in the language of the address', async () => {
    const port = await gated()

    const api = await send(port, '/api/v1/search?lang=en')
    const english = await send(port, '/en/logiciels')

    expect(api.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(api.text)).toMatchObject({
      status: 405,
      title: 'This address can only be read',
    })
    expect(english.text).toMatch(/lang="en"[\s\S]*Nothing was recorded/)
  })

  it('is for Next to judge where its own tools send, while the site is developed', async () => {
    const path = '/__nextjs_original-stack-frames'

    expect((await send(await gated({ development: true }), path)).status).toBe(200)
    expect((await send(await gated({ development: true }), '/')).status).toBe(405)
    expect((await send(await gated(), path)).status).toBe(405)
  })

  it('is refused when it is longer than any request can be', async () => {
    const answer = await send(await gated(), FORM, { ...MULTIPART, 'content-length': '1048577' })

    expect(answer.status).toBe(413)
    expect(answer.text).toContain('trop long')
  })
})

describe('the forms of those who sign in', () => {
  it.each([
    '/connexion',
    '/en/connexion/lien?jeton=x',
    '/reconfirmer?jeton=x',
    '/espace',
    '/en/espace/compte',
    '/espace/collectivites/211300041/utilisations/12',
    '/espace/collectivites/insee-98735/importer',
    '/espace/label/millesimes/2027',
    '/en/espace/label/millesimes/2027/criteres/nouveau?axe=donnees',
    '/espace/collectivites/211300041/label/2026?axe=logiciels',
    '/en/espace/collectivites/211300041/label/reference/documents',
    '/label/valider?lien=x',
    '/api/espace/reponses',
  ])('are let in: %s', async (path) => {
    expect((await send(await gated(), path, MULTIPART)).status).toBe(200)
  })

  it.each(['/connexion/ailleurs', '/espaces', '/espace/../logiciels', '/espace/%2e%2e/x'])(
    'are at no other address: %s',
    async (path) => {
      expect((await send(await gated(), path, MULTIPART)).status).toBe(405)
    },
  )

  it('may hold a list of software where one is uploaded, and nowhere else', async () => {
    const list = { ...MULTIPART, 'content-length': String(10 * 1_024 * 1_024) }
    const upload = '/espace/collectivites/211300041/signaler'

    expect((await send(await gated(), '/espace/compte', list)).status).toBe(413)
    expect(
      (await send(await gated(), upload, { ...MULTIPART, 'content-length': '104857600' })).status,
    ).toBe(413)
  })

  it('are answered in words once all of a file that is too large has been sent, and dropped', async () => {
    const port = await gated()
    const size = 100 * 1_024 * 1_024
    const before = process.memoryUsage().rss

    const answer = await upload(port, '/espace/collectivites/211300041/importer', size)

    expect(answer.status).toBe(413)
    expect(answer.text).toContain('dépasse 10 Mo')
    expect(process.memoryUsage().rss - before).toBeLessThan(size)
  })

  it('may hold a document where one is attached; two gigabytes are not even read', async () => {
    const port = await gated()
    const dossier = '/espace/collectivites/211300041/label/2026'
    const long = (bytes: number) => ({ ...MULTIPART, 'content-length': String(bytes) })
    const before = process.memoryUsage().rss

    const answer = await send(port, `${dossier}/documents`, long(2 * 1_024 ** 3))

    expect(answer.status).toBe(413)
    expect(answer.headers.connection).toBe('close')
    expect(answer.text).toContain('dépasse 10 Mo')
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_024 * 1_024)
    // The page of answers takes no file at all.
    expect((await send(port, dossier, long(2 * 1_024 * 1_024))).status).toBe(413)
  })

  it('that save answers as they are typed may be many', async () => {
    const port = await gated()
    for (let n = 0; n < 1_300; n++) {
      const answer = await send(port, '/espace/collectivites/1/label/2026', MULTIPART)
      if (answer.status !== 200) expect(answer.status, `form ${n}`).toBe(200)
    }
  })

  it('are refused when they do not say how long they are', async () => {
    const answer = await send(await gated(), '/espace/compte', {
      ...MULTIPART,
      'transfer-encoding': 'chunked',
    })

    expect(answer.status).toBe(413)
  })

  it('that ask for links to sign in are bounded more closely than the rest', async () => {
    const port = await gated()
    for (let n = 0; n < 20; n++) await send(port, '/connexion', MULTIPART)

    expect((await send(port, '/connexion/lien', MULTIPART)).status).toBe(429)
    expect((await send(port, '/espace/compte', MULTIPART)).status).toBe(200)
  })

  it('that send the service out to read a repository are bounded more closely, too', async () => {
    const port = await gated()
    for (let n = 0; n < 60; n++) await send(port, '/espace/logiciels/ajouter', MULTIPART)

    for (const path of ['/en/espace/logiciels/ajouter', '/espace/logiciels/outil/revendiquer']) {
      expect((await send(port, path, MULTIPART)).status).toBe(429)
    }
    expect((await send(port, '/espace/logiciels/ajouter/12', MULTIPART)).status).toBe(200)
  })
})

describe('the form that checks a publiccode.yml', () => {
  it('takes the longest file that is read, and what goes with it', async () => {
    const port = await gated()
    expect((await upload(port, '/publiccode', 1_280 * 1_024)).status).toBe(200)
    expect((await upload(port, '/en/publiccode', 2 * 1_024 * 1_024)).status).toBe(413)
  })
})

describe('the form that verifies a credential', () => {
  it('takes a file of a megabyte, and no longer one', async () => {
    const port = await gated()
    expect((await upload(port, '/label/verifier', 1_024 * 1_024)).status).toBe(200)
    expect((await upload(port, '/en/label/verifier', 2 * 1_024 * 1_024)).status).toBe(413)
    expect((await send(port, '/label/2016', MULTIPART)).status).toBe(405)
  })

  it('is bounded by itself: whoever verifies too much can still do the rest', async () => {
    const port = await gated()
    for (let n = 0; n < 120; n++) await send(port, '/label/verifier', MULTIPART)
    expect((await send(port, '/label/verifier', MULTIPART)).status).toBe(429)
    expect((await send(port, FORM, MULTIPART)).status).toBe(200)
  })
})

describe('a form that is sent from', () => {
  const host = 'catalogue.example.fr'
  it.each([
    ['our own page', 200, { host, origin: `https://${host}` }],
    ['our own page, on another port', 200, { host: `${host}:8080`, origin: `http://${host}:8080` }],
    [
      'our own page, behind a proxy that says which host was asked',
      200,
      { host: '127.0.0.1:3000', 'x-forwarded-host': host, origin: `https://${host}` },
    ],
    [
      'our own page, behind two of them',
      200,
      { host: 'b', 'x-forwarded-host': `${host}, a`, origin: `https://${host}` },
    ],
    ['no browser', 200, { host }],
    ['another site', 403, { host, origin: 'https://attacker.example' }],
    ['another port', 403, { host, origin: `https://${host}:8443` }],
    [
      'another site, behind a proxy',
      403,
      { host: '127.0.0.1:3000', 'x-forwarded-host': host, origin: 'https://attacker.example' },
    ],
    ['the host behind the proxy', 403, { host: 'b', 'x-forwarded-host': host, origin: 'http://b' }],
    ['a page that hides where it stands', 403, { host, origin: 'null' }],
    ['an origin that is none', 403, { host, origin: 'nonsense' }],
  ])('%s: %s', async (_where, status, headers) => {
    const answer = await send(await gated(), FORM, {
      ...MULTIPART,
      ...(headers as Record<string, string>),
    })

    expect(answer.status).toBe(status)
    if (status === 403) expect(answer.text).toContain('envoyé depuis un autre site')
  })
})

describe('the forms of one address', () => {
  it('are refused beyond ten an hour, with a time to come back, in words', async () => {
    const port = await gated()
    for (let n = 0; n < 10; n++) {
      const path = n % 2 === 0 ? FORM : `/en${FORM}`
      expect((await send(port, path, MULTIPART)).status).toBe(200)
    }

    const [french, english, script] = await Promise.all([
      send(port, FORM, MULTIPART),
      send(port, `/en${FORM}`, MULTIPART),
      send(port, FORM, { 'next-action': 'abc' }),
    ])

    for (const refused of [french, english, script]) {
      expect(refused.status).toBe(429)
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500)
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600)
    }
    expect(french.text).toMatch(/lang="fr"[\s\S]*réessayez dans 60 minutes/)
    expect(english.text).toMatch(/lang="en"[\s\S]*try again in 60 minutes/)
    expect(script.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('are counted by visitor behind our own proxy', async () => {
    const port = await gated({ proxies: 1 })
    const from = (address: string) => send(port, FORM, { ...MULTIPART, 'x-forwarded-for': address })
    for (let n = 0; n < 10; n++) await from('192.0.2.1')

    expect((await from('192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.2')).status).toBe(200)
  })

  it('are not used up by what another site makes a browser send', async () => {
    const port = await gated()
    const elsewhere = { ...MULTIPART, origin: 'https://attacker.example' }
    for (let n = 0; n < 12; n++) await send(port, FORM, elsewhere)

    expect((await send(port, FORM, MULTIPART)).status).toBe(200)
  })
})
