import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startGitServer } from '#lib/testing/git-server.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { ForgeRefusal } from './refusal.ts'

let answer: (request: IncomingMessage, response: ServerResponse) => void
let asked: IncomingMessage[]
let server: Server
let host: string
beforeEach(async () => {
  asked = []
  answer = (_request, response) => response.end('yes')
  server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof ForgeRefusal ? error.fault : error),
  )
const listed = () => ({ listed: [host] })

describe('a guarded request', () => {
  it('reaches a host that is listed, and no other of a private network', async () => {
    expect((await guardedFetch(`http://${host}/`, listed())).body.toString()).toBe('yes')
    expect(await faultOf(guardedFetch(`http://${host}/`, { listed: [] }))).toBe('address-private')
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['http://[::1]/', 'address-private'],
    ['http://169.254.169.254/latest', 'address-private'],
    ['http://0x7f000001/', 'address-private'],
    ['http://8.8.8.8/', 'address-scheme'],
    ['ftp://example.org/', 'address-scheme'],
    ['https://user:secret@example.org/', 'address-has-password'],
    ['nonsense', 'address-not-an-address'],
  ])('does not go to %s: %s', async (address, fault) => {
    expect(await faultOf(guardedFetch(address, { listed: [] }))).toBe(fault)
  })

  it('is pinned to the address that was judged, whatever the name says next', async () => {
    const port = Number(host.split(':')[1])
    let times = 0
    const resolve = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]

    const { body } = await guardedFetch(`http://forge.example:${port}/`, {
      listed: [`forge.example:${port}`],
      resolve,
    })

    expect(body.toString()).toBe('yes')
    expect(times).toBe(1)
    expect(asked[0]?.headers.host).toBe(`forge.example:${port}`)
  })

  it('follows redirects, each judged, without what is secret to another host', async () => {
    const other = await startGitServer()
    let seen: unknown
    other.answer = (request, response) => {
      seen = request.headers.authorization
      response.end('there')
      return true
    }
    answer = (_request, response) => response.writeHead(302, { Location: other.url }).end()
    const headers = { Authorization: 'Bearer secret' }

    expect(await faultOf(guardedFetch(`http://${host}/`, { ...listed(), headers }))).toBe(
      'redirect-private',
    )
    const { body, url } = await guardedFetch(`http://${host}/`, {
      listed: [host, other.host],
      headers,
    })

    expect([body.toString(), url, seen]).toEqual(['there', `${other.url}/`, undefined])
    expect(asked[0]?.headers.authorization).toBe('Bearer secret')
    await other.close()
  })

  it('is bounded in redirects, size and time', async () => {
    answer = (_request, response) => response.writeHead(302, { Location: '/again' }).end()
    expect(await faultOf(guardedFetch(`http://${host}/`, listed()))).toBe('server-fault')
    expect(asked.length).toBeLessThanOrEqual(6)

    answer = (_request, response) => response.end('x'.repeat(2_000))
    expect(await faultOf(guardedFetch(`http://${host}/`, { ...listed(), maxBytes: 1_000 }))).toBe(
      'too-large',
    )
    answer = () => undefined
    expect(await faultOf(guardedFetch(`http://${host}/`, { ...listed(), timeout: 100 }))).toBe(
      'host-silent',
    )
  })

  it('posts, and does not post again where it is sent on', async () => {
    answer = (_request, response) => response.writeHead(307, { Location: '/again' }).end()

    const { status } = await guardedFetch(`http://${host}/`, {
      ...listed(),
      method: 'POST',
      body: 'é',
    })

    expect(status).toBe(307)
    expect(asked.map(({ method, headers }) => [method, headers['content-length']])).toEqual([
      ['POST', '2'],
    ])
  })

  it('refuses a certificate that has expired', async () => {
    const expired = await startGitServer({ tls: 'expired' })

    expect(await faultOf(guardedFetch(expired.url, { listed: [expired.host] }))).toBe('certificate')
    await expired.close()
  })
})
