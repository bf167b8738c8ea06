import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { listen, PortTaken } from './listen.ts'
import { contentSecurityPolicy } from './security-headers.ts'

const directive = (policy: string, name: string) =>
  policy.split('; ').find((item) => item.startsWith(`${name} `))

describe('the content security policy', () => {
  it('runs no script without the nonce of its own answer', () => {
    const [one, other] = [contentSecurityPolicy(false), contentSecurityPolicy(false)]

    expect(one.nonce).not.toBe(other.nonce)
    expect(Buffer.from(one.nonce, 'base64')).toHaveLength(16)
    expect(directive(one.policy, 'script-src')).toBe(
      `script-src 'self' 'nonce-${one.nonce}' 'strict-dynamic'`,
    )
  })

  it('lets nothing in from elsewhere, and nobody put the site in a frame', () => {
    const { policy } = contentSecurityPolicy(false)

    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(directive(policy, 'script-src')).not.toContain('unsafe-inline')
    for (const name of ['object-src', 'base-uri', 'frame-ancestors']) {
      expect(directive(policy, name)).toBe(`${name} 'none'`)
    }
    expect(directive(policy, 'default-src')).toBe("default-src 'self'")
  })

  it('gives the development server what it needs, and it alone', () => {
    expect(contentSecurityPolicy(true).policy).toMatch(/'unsafe-eval'.*ws:/)
  })
})

describe('listening', () => {
  it('says that the port is taken when it is', async () => {
    const [first, second] = [createServer(), createServer()]
    await listen(first, '127.0.0.1', 0)
    const { port } = first.address() as AddressInfo

    await expect(listen(second, '127.0.0.1', port)).rejects.toThrow(PortTaken)
    await expect(listen(createServer(), '127.0.0.1', port)).rejects.toThrow(`127.0.0.1:${port}`)

    await new Promise((resolve) => first.close(resolve))
  })
})
