import { request } from 'node:http'
import { connect, createServer, Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { takeRefusedAddresses } from './network-guard.ts'

describe('a test that reaches for the network', () => {
  it.each([
    ['fetch', () => fetch('https://mutualibre.example.org/'), 'mutualibre.example.org:443'],
    ['a request of node:http', () => httpGet('http://192.0.2.1:8080/'), '192.0.2.1:8080'],
    ['a socket by port and host', () => connect(443, '192.0.2.2'), '192.0.2.2:443'],
    [
      'a socket by options',
      () => new Socket().connect({ host: '192.0.2.3', port: 80 }),
      '192.0.2.3:80',
    ],
    ['a socket over TLS', () => connectTls({ host: '192.0.2.4', port: 443 }), '192.0.2.4:443'],
  ])('is refused, with its address: %s', async (_name, reach, address) => {
    await expect((async () => await reach())()).rejects.toThrow()

    expect(takeRefusedAddresses()).toContain(address)
  })

  it('may still talk to a server of its own', async () => {
    const server = createServer((socket) => socket.end('bonjour'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }

    const heard = await new Promise<string>((resolve, reject) => {
      connect(port, '127.0.0.1')
        .on('error', reject)
        .on('data', (data) => resolve(String(data)))
    })
    await new Promise((resolve) => server.close(resolve))

    expect(heard).toBe('bonjour')
    expect(takeRefusedAddresses()).toEqual([])
  })
})

function httpGet(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => request(url, resolve).on('error', reject).end())
}
