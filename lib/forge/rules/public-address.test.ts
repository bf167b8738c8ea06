import { describe, expect, it } from 'vitest'
import { isPublicAddress, isPublicHost } from './public-address.ts'

describe('an address of the public network', () => {
  it.each(['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])('%s', (it) => {
    expect(isPublicAddress(it)).toBe(true)
  })

  it.each([
    ...['127.0.0.1', '127.8.9.1', '0.0.0.0', '0.1.2.3', '10.1.2.3', '172.16.0.1', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9'],
    ...['224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', 'fec0::1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '2002:7f00:1::', '::127.0.0.1'],
    ...['64:ff9b:1::1', '2001::1', '100::1', 'nonsense', ''],
  ])('not %s', (it) => {
    expect(isPublicAddress(it)).toBe(false)
  })
})

describe('a host that may be public', () => {
  it.each(['github.com', 'git.ville.example.fr', '8.8.8.8', '[2001:4860:4860::8888]'])(
    '%s',
    (it) => {
      expect(isPublicHost(it)).toBe(true)
    },
  )

  it.each(['localhost', 'localhost.', 'intranet', 'a.local', 'git.corp', '[::1]', '10.0.0.1'])(
    'not %s',
    (it) => {
      expect(isPublicHost(it)).toBe(false)
    },
  )
})
