import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'
import { searchLimit } from './search-limit.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

/** A server that admits so many searches a minute, and answers 200 to what it admits. */
async function limited(rate: number, proxies = 0): Promise<string> {
  const limit = searchLimit({ rate, proxies })
  const server = createServer((request, response) => {
    void limit.admit(request, response).then((admitted) => {
      if (admitted) response.end('ok')
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })

describe('searches of one address', () => {
  it('are refused beyond so many a minute, with a time to come back', async () => {
    const url = await limited(2)
    await fetch(`${url}/api/v1/search?q=a`)
    await fetch(`${url}/logiciels?q=a`)

    const refused = await fetch(`${url}/api/v1/search?q=a`)

    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50)
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(60)
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 429, title: 'Trop de recherches' })
  })

  it('are refused on a page in its own language, in words', async () => {
    const url = await limited(1)
    await fetch(`${url}/logiciels?q=a`)

    const french = await (await fetch(`${url}/collectivites?q=a`)).text()
    const english = await (await fetch(`${url}/en/logiciels?q=a`)).text()

    expect(french).toMatch(/lang="fr"[\s\S]*Réessayez dans \d+ secondes/)
    expect(english).toMatch(/lang="en"[\s\S]*Try again in \d+ seconds/)
  })

  it('leave the reading of pages alone', async () => {
    const url = await limited(1)

    for (let n = 0; n < 5; n++) expect((await fetch(`${url}/logiciels?page=${n}`)).status).toBe(200)
  })

  it('are counted by visitor behind our own proxy, whatever the visitor claims', async () => {
    const url = await limited(1, 1)

    expect((await fetch(`${url}/?q=a`, from('192.0.2.1'))).status).toBe(200)
    expect((await fetch(`${url}/?q=a`, from('192.0.2.2'))).status).toBe(200)
    expect((await fetch(`${url}/?q=a`, from('10.9.9.9, 192.0.2.1'))).status).toBe(429)
  })

  it('take nobody’s word where no proxy is ours', async () => {
    const url = await limited(1)

    expect((await fetch(`${url}/?q=a`, from('192.0.2.1'))).status).toBe(200)
    expect((await fetch(`${url}/?q=a`, from('192.0.2.2'))).status).toBe(429)
  })
})

describe('the address that counts', () => {
  const request = (remoteAddress: string, forwarded?: string) =>
    ({
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress },
    }) as unknown as IncomingMessage

  it.each([
    ['an IPv4 address', '192.0.2.7', '192.0.2.7'],
    ['the same inside IPv6', '::ffff:192.0.2.7', '192.0.2.7'],
    ['the /64 of an IPv6 address', '2001:db8:0:12:abcd::1', '2001:db8:0:12::/64'],
    ['the same written short', '2001:db8::5', '2001:db8:0:0::/64'],
    ['the loopback', '::1', '0:0:0:0::/64'],
  ])('is %s', (_what, remote, expected) => {
    expect(clientAddress(request(remote), 0)).toBe(expected)
  })

  it('is the one that the outermost of our proxies saw', () => {
    expect(clientAddress(request('10.0.0.1', 'lie, 192.0.2.1, 10.0.0.2'), 2)).toBe('192.0.2.1')
    expect(clientAddress(request('10.0.0.1'), 1)).toBe('10.0.0.1')
  })
})
